import Documents
import FeatureModel
import Testing

@Suite("Specifications of jobs")
struct JobSpecificationTests {
    private static let text = """
        kind: job
        job: kafka-to-online-1
        consumer_group: larder-online
        project: nyc
        source: {type: KAFKA, config: {bootstrap_servers: "k:9092", sasl_password: "${PW}"}}
        store: {name: online, type: REDIS, config: {host: "${HOST}"}, subscriptions: [{project: nyc, name: "*"}]}
        ---
        kind: feature_set
        spec:
          name: weather
          entities: [{name: origin, valueType: STRING}]
          features: [{name: temp, valueType: DOUBLE}]

        """

    private func read(_ text: String) throws -> JobSpecification {
        try JobSpecification.read(text, file: "job.yaml", environment: ["PW": "secret", "HOST": "redis"])
    }

    private func message(_ text: String) -> String? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("everything is read, variables in the store and the source are put in")
    func reads() throws {
        let job = try read(Self.text)
        #expect(job.job == "kafka-to-online-1" && job.consumerGroup == "larder-online" && job.project == "nyc")
        #expect(job.source.used.config["sasl_password"] == "secret")
        #expect(job.source.kept.config["sasl_password"] == "${PW}")
        #expect(job.store.definition.config == ["host": "redis"] && job.deadLetters == nil)
        #expect(job.featureSets.map(\.reference) == [FeatureSetReference(project: "nyc", name: "weather")])
    }

    @Test("what is written is read back the same")
    func roundTrip() throws {
        let job = try read(
            Self.text.replacing(
                "project: nyc\nsource", with: "project: nyc\ndead_letters: {name: l, type: SQLITE}\nsource"))
        let again = try read(job.yaml)
        #expect(again.featureSets == job.featureSets && again.source.kept == job.source.kept)
        #expect(again.store.definition == job.store.definition)
        #expect(again.deadLetters?.definition == job.deadLetters?.definition)
        #expect(job.yaml == again.yaml)
    }

    @Test("faults are told with their line")
    func faults() {
        #expect(message("")?.contains("there is no job") == true)
        #expect(message(Self.text.replacing("kind: job", with: "kind: jobs"))?.contains("job.yaml:1") == true)
        #expect(
            message(Self.text.replacing("consumer_group: larder-online\n", with: ""))?.contains("consumerGroup") == true
        )
        #expect(message(String(Self.text.split(separator: "---")[0]))?.contains("no feature set follows") == true)
        let twice = Self.text + "---\n" + Self.text.split(separator: "---\n")[1]
        #expect(message(twice)?.contains("nyc/weather stands in the file already") == true)
        #expect(message(Self.text.replacing("job: kafka", with: "jbo: kafka"))?.contains("job.yaml:2") == true)
    }
}
