import Documents
import FeatureModel
import Testing

@Suite("Feature-set documents")
struct FeatureSetDocumentTests {
    private let courier = """
        kind: feature_set
        spec:
          project: logistics            # optional
          name: courier_hourly
          entities:
            - name: courier_id
              valueType: INT64
          features:
            - name: jobs_done
              valueType: INT32
              intDomain: {min: 0, max: 500}
              presence: {minCount: 1}
              labels: {team: ops, tier: 1}
            - name: mean_speed
              valueType: FLOAT
            - name: zones
              valueType: STRING_LIST
          maxAge: 7200s
          source:
            type: KAFKA
            kafkaSourceConfig:
              bootstrapServers: kafka-1:9092,kafka-2:9092
              topic: courier-features
          labels: {tier: gold}
        """

    private func read(_ text: String) throws -> [FeatureSetDocument] {
        try FeatureSetDocument.read(text, file: "sets.yaml", defaultProject: "default")
    }

    private func error(_ text: String) -> DocumentError? {
        #expect(throws: DocumentError.self) { try read(text) }
    }

    private func minimal(_ spec: String) -> String {
        "spec:\n  name: s\n  entities: [{name: e, valueType: INT64}]\n\(spec)"
    }

    @Test("a full document is read, constraints and all")
    func full() throws {
        let documents = try read(courier)
        let set = try #require(documents.first).featureSet
        #expect(documents.count == 1)
        #expect(documents[0].line == 1)
        #expect(set.reference.description == "logistics/courier_hourly")
        #expect(set.entities == [Entity(name: "courier_id", type: .int64)])
        #expect(set.features.map(\.type) == [.int32, .float, .stringList])
        #expect(set.features[0].labels == ["team": "ops", "tier": "1"])
        #expect(
            set.features[0].constraints == [
                "intDomain": .map(["min": .integer(0), "max": .integer(500)]),
                "presence": .map(["minCount": .integer(1)]),
            ])
        #expect(set.maxAgeSeconds == 7200)
        #expect(
            set.source
                == SourceDefinition(
                    type: "KAFKA",
                    config: ["bootstrap_servers": "kafka-1:9092,kafka-2:9092", "topic": "courier-features"]))
        #expect(set.labels == ["tier": "gold"])
    }

    @Test("keys in snake_case are the same keys")
    func snakeCase() throws {
        let text = """
            spec:
              name: s
              entities: [{name: e, value_type: STRING}]
              features: [{name: f, value_type: DOUBLE, float_domain: {min: 0.5}, value_count: {max: 3}}]
              max_age: 60s
              source: {type: KAFKA, kafka_source_config: {bootstrap_servers: "k:1", topic: t}}
            """
        let set = try #require(try read(text).first).featureSet
        #expect(set.reference.description == "default/s")
        #expect(set.maxAgeSeconds == 60)
        #expect(
            set.features[0].constraints == [
                "floatDomain": .map(["min": .double(0.5)]), "valueCount": .map(["max": .integer(3)]),
            ])
        #expect(set.source?.config == ["bootstrap_servers": "k:1", "topic": "t"])
    }

    @Test("several documents stand in one file; empty ones do not count; the same set twice is refused")
    func several() throws {
        let two = minimal("") + "\n---\n# nothing\n---\n" + minimal("").replacing("name: s", with: "name: t")
        #expect(try read(two).map(\.featureSet.reference.name) == ["s", "t"])
        let twice = error(minimal("") + "\n---\n" + minimal(""))
        #expect(twice?.line == 6)
        #expect(twice?.message == "default/s stands in line 1 already")
        #expect(error("")?.description == "sets.yaml: there is no feature set in the file")
    }

    @Test("an unknown key is refused with its place, its path and the nearest known one")
    func unknownKeys() {
        let typo = error(minimal("  maxAgee: 60s"))
        #expect(typo?.description == "sets.yaml:4:3: spec.maxAgee: unknown key; did you mean maxAge?")
        let snake = error(minimal("  max_agee: 60s"))
        #expect(snake?.hint == "did you mean max_age?")
        let nested = error(minimal("  features: [{name: f, valueType: BOOL, intDomain: {mn: 0}}]"))
        #expect(nested?.key == "spec.features[0].intDomain.mn")
        #expect(nested?.hint == "did you mean min?")
        #expect(error("kinds: x\n" + minimal(""))?.hint == "did you mean kind?")
        #expect(error("zzzzzzzz: x\n" + minimal(""))?.hint == "known are kind, spec, meta")
    }

    @Test("one key in two spellings, and one key twice, are refused")
    func duplicateKeys() {
        #expect(
            error(minimal("  maxAge: 60s\n  max_age: 60s"))?.message == "the key stands twice, in two spellings")
        let twice = error(minimal("  name: t"))
        #expect(twice?.message == "the key stands twice")
        #expect(twice?.key == "name")
    }

    @Test("missing parts are named")
    func missing() {
        #expect(error("kind: feature_set")?.message == "the key spec is missing")
        #expect(error("spec: {entities: []}")?.message == "the key name is missing")
        #expect(error("spec: {name: s}")?.message == "the key entities is missing")
        #expect(error("spec: {name: s, entities: []}")?.message == "a feature set needs at least one entity")
        #expect(error("spec: {name: s, entities: [{name: e}]}")?.key == "spec.entities[0]")
        #expect(error("- 1")?.message == "expected a map, got a list")
        #expect(error("kind: store\nspec: {}")?.message == "expected the kind feature_set")
    }

    @Test("names follow the rule; duplicates, reserved names and names differing in case are refused")
    func names() {
        #expect(error(minimal("  features: [{name: \"a b\", valueType: BOOL}]"))?.message == "\"a b\" is no name")
        #expect(error(minimal("  project: a/b"))?.key == "spec.project")
        #expect(error(minimal("  features: [{name: e, valueType: BOOL}]"))?.message == "the name e is taken already")
        #expect(
            error(minimal("  features: [{name: a, valueType: BOOL}, {name: A, valueType: BOOL}]"))?.message
                == "the names a and A differ only in case, which stores do not tell apart")
        for name in ["event_timestamp", "created_timestamp", "ingestion_id", "job_id", "JOB_ID"] {
            let message = error(minimal("  features: [{name: \(name), valueType: BOOL}]"))?.message
            #expect(message == "the name \(name) is reserved: every table has such a column for itself")
        }
    }

    @Test("a type that does not exist is refused with the nearest one")
    func types() {
        let wrong = error(minimal("  features: [{name: f, valueType: INT46}]"))
        #expect(wrong?.description.hasSuffix("\"INT46\" is no value type; did you mean INT64?") == true)
        #expect(error(minimal("  features: [{name: f, valueType: int64}]"))?.hint == "did you mean INT64?")
    }

    @Test(
        "a max age is whole seconds with an s", arguments: ["7200", "2h", "1.5s", "-1s", "s", "1e3s", "999999999999s"])
    func badDurations(text: String) {
        #expect(error(minimal("  maxAge: \(text)"))?.key == "spec.maxAge")
    }

    @Test("a max age of zero means none", arguments: ["0s", "0.000s", "null"])
    func zeroAge(text: String) throws {
        #expect(try read(minimal("  maxAge: \(text)")).first?.featureSet.maxAgeSeconds == nil)
    }

    @Test("constraints of one group exclude each other")
    func groups() {
        let both = error(minimal("  features: [{name: f, valueType: BOOL, intDomain: {}, boolDomain: {}}]"))
        #expect(both?.message == "intDomain and boolDomain exclude each other")
    }

    @Test("text that is no YAML is refused at its line", arguments: ["spec: {", "spec:\n\t- x", "a: b: c", "spec: *x"])
    func notYAML(text: String) {
        #expect(error(text)?.line != nil)
    }

    @Test("aliases that mean more than the text holds do not exhaust the machine")
    func bomb() {
        var text = "a0: &a0 {min: [1,1,1,1,1,1,1,1,1,1]}\n"
        for level in 1..<12 {
            let earlier = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(earlier)]\n"
        }
        let spec = minimal("  features: [{name: f, valueType: BOOL, structDomain: *a11}]")
        #expect(error("spec:\n  labels:\n" + text.split(separator: "\n").map { "    \($0)\n" }.joined()) != nil)
        let inside = spec.replacing("*a11", with: "{" + text.split(separator: "\n").joined(separator: ", ") + "}")
        #expect(error(inside)?.message == "the document is too large")
    }

    @Test("a definition written as YAML reads back the same")
    func writes() throws {
        let set = try #require(try read(courier).first).featureSet
        #expect(try read(set.yaml).map(\.featureSet) == [set])
        #expect(set.yaml.contains("    kafkaSourceConfig:\n      bootstrapServers: \"kafka-1:9092,kafka-2:9092\"\n"))
        let odd = FeatureSet(
            reference: FeatureSetReference(project: "yes", name: "1e3"),
            entities: [Entity(name: "null", type: .string)],
            features: [
                Feature(
                    name: "007", type: .boolList,
                    labels: ["a b": "x: y # z", "": "", "é\u{1b}\n\"": "\\"].filter { !$0.key.isEmpty },
                    constraints: [
                        "stringDomain": .map(["value": .list([.string("- x"), .string("true"), .string("5")])]),
                        "shape": .map(["dim": .list([.map(["size": .integer(2)])])]),
                    ])
            ], source: .local)
        #expect(try read(odd.yaml).map(\.featureSet) == [odd])
    }
}
