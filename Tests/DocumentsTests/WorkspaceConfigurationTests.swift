import Documents
import FeatureModel
import Testing

@Suite("Workspace configuration")
struct WorkspaceConfigurationTests {
    private func read(_ text: String, _ environment: [String: String] = [:]) throws -> WorkspaceConfiguration {
        try WorkspaceConfiguration.read(text, file: "larder.yaml", environment: environment)
    }

    private func error(_ text: String) -> DocumentError? {
        #expect(throws: DocumentError.self) { try read(text) }
    }

    @Test("every key is read")
    func everyKey() throws {
        let text = """
            project: nyc
            theme: paper
            glyphs: ascii
            mouse: false
            refresh: 5s
            read_only: true
            as_of: 2013-02-01T00:00:00Z
            state: ${HOME}/state
            metrics: {type: statsd, host: "${HOME}.example", port: 9125}
            source: {type: KAFKA, config: {bootstrap_servers: "k1:9092", topic: feast-features}}
            stores:
              - name: online
                type: REDIS
                config: {host: localhost, port: 6379}
                subscriptions: [{project: "*", name: "*"}]
            """
        let configuration = try read(text, ["HOME": "/home/x"])
        #expect(configuration.file == "larder.yaml")
        #expect(configuration.project == "nyc")
        #expect(configuration.theme == "paper")
        #expect(configuration.glyphs == .ascii)
        #expect(!configuration.isMouseOn)
        #expect(configuration.refreshSeconds == 5)
        #expect(configuration.isReadOnly)
        #expect(configuration.asOf == Timestamp(seconds: 1_359_676_800))
        #expect(configuration.state == "/home/x/state")
        #expect(configuration.source.used.config["topic"] == "feast-features")
        #expect(configuration.source.line == 10)
        #expect(configuration.stores.map(\.definition.name) == ["online"])
        #expect(configuration.stores[0].line == 12)
        #expect(configuration.stores[0].settings["port"]?.line == 14)
        #expect(configuration.metrics == .statsD(host: "/home/x.example", port: 9_125))
    }

    @Test("no configuration is two embedded stores that take everything, and the local log")
    func standard() throws {
        let standard = WorkspaceConfiguration.standard
        #expect(standard.file == nil)
        #expect(standard.project == "default")
        #expect(standard.source.used == .local)
        #expect(standard.stores.map(\.definition.name) == ["online", "historical"])
        #expect(standard.stores.map(\.definition.config) == [["path": "online.db"], ["path": "history.db"]])
        #expect(standard.stores.allSatisfy { $0.definition.subscriptions == [.everything] && $0.line == nil })
        for text in ["", "# only a comment\n", "---\n"] {
            let empty = try read(text)
            #expect(empty.file == "larder.yaml")
            #expect(empty.stores == standard.stores)
        }
    }

    @Test("an empty list of stores is no stores")
    func noStores() throws {
        #expect(try read("stores: []").stores.isEmpty)
    }

    @Test("the template reads back as the defaults")
    func template() throws {
        let configuration = try read(WorkspaceConfiguration.template)
        let standard = WorkspaceConfiguration.standard
        #expect(configuration.project == standard.project)
        #expect(configuration.theme == standard.theme)
        #expect(configuration.glyphs == standard.glyphs)
        #expect(configuration.isMouseOn == standard.isMouseOn)
        #expect(configuration.refreshSeconds == standard.refreshSeconds)
        #expect(configuration.isReadOnly == standard.isReadOnly)
        #expect(configuration.asOf == nil && configuration.state == nil)
        #expect(configuration.source.used == standard.source.used)
        #expect(configuration.stores.map(\.definition) == standard.stores.map(\.definition))
        #expect(configuration.metrics == standard.metrics)
        #expect(configuration.restarts == RestartPolicy())
    }

    @Test("what the template shows in comments is right as well")
    func templateComments() throws {
        let uncommented = WorkspaceConfiguration.template.split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            let isCode = [
                "# as_of:", "# state:", "# metrics:", "#  - name: redis", "#    type", "#    config", "#    subscr",
            ].contains { line.hasPrefix($0) }
            guard isCode else { return String(line) }
            return line.hasPrefix("# ") && !line.hasPrefix("#  ") ? String(line.dropFirst(2)) : String(line.dropFirst())
        }.joined(separator: "\n")
        let configuration = try read(uncommented, ["REDIS_PASSWORD": "x"])
        #expect(configuration.stores.map(\.definition.type) == ["SQLITE", "SQLITE", "REDIS"])
        #expect(configuration.asOf != nil)
        #expect(configuration.state == "state")
        #expect(configuration.metrics == .statsD(host: "localhost", port: 8_125))
    }

    @Test("metrics go nowhere unless a type says otherwise; StatsD is at Feast's default place")
    func metrics() throws {
        #expect(try read("project: a").metrics == .none)
        #expect(try read("metrics: {type: none}").metrics == .none)
        #expect(try read("metrics: {type: statsd}").metrics == .statsD(host: "localhost", port: 8_125))
        let port = try read("metrics: {type: statsd, port: \"${P}\"}", ["P": "9"])
        #expect(port.metrics == .statsD(host: "localhost", port: 9))
    }

    @Test("metrics that cannot be meant are refused at their line")
    func wrongMetrics() {
        #expect(
            error("project: a\nmetrics: {type: statsd, hots: x}")?.description
                == "larder.yaml:2:25: metrics.hots: unknown key; did you mean host?")
        #expect(error("metrics: {type: statds}")?.hint == "did you mean statsd?")
        #expect(error("metrics: {host: x}")?.message == "the key type is missing")
        #expect(error("metrics: statsd")?.message == "expected a map, got text")
        for port in ["0", "65536", "-1", "x", "1.5"] {
            #expect(error("metrics: {type: statsd, port: \(port)}")?.key == "metrics.port")
        }
        #expect(error("metrics: {type: statsd, host: \"\"}")?.key == "metrics.host")
    }

    @Test("an unknown key is refused with file, line, key and the nearest known one")
    func unknownKey() {
        #expect(
            error("project: a\nreadonly: true")?.description
                == "larder.yaml:2:1: readonly: unknown key; did you mean read_only?")
        #expect(error("readOnly: true")?.hint == "did you mean read_only?")
        #expect(error("stores: [{name: a, type: X, confg: {}}]")?.key == "stores[0].confg")
    }

    @Test("wrong kinds are refused at their line")
    func wrongKinds() {
        #expect(error("mouse: maybe")?.message == "expected true or false, got text")
        #expect(error("glyphs: unicod")?.hint == "did you mean unicode?")
        #expect(error("refresh: soon")?.line == 1)
        #expect(error("refresh: -1")?.key == "refresh")
        #expect(error("as_of: yesterday")?.hint == "such as 2013-02-01T00:00:00Z")
        #expect(error("as_of: 2013-02-01T00:00:00")?.key == "as_of")
        #expect(error("project: a b")?.message == "\"a b\" is no name")
        #expect(error("stores: {}")?.message == "expected a list, got a map")
        #expect(error("source: LOCAL")?.message == "expected a map, got text")
        #expect(error("source: {config: {}}")?.message == "the key type is missing")
        #expect(error("theme: \"\"")?.message == "expected text, got an empty one")
        #expect(error("project: a\n---\nproject: b")?.line == 3)
        #expect(error("just text")?.message == "expected a map, got text")
    }

    @Test("control characters never reach an error's text")
    func hostileText() {
        #expect(error("\"a\\e[31m\": 1")?.description.contains("\u{1b}") == false)
    }

    @Test("when failed jobs are tried again can be set, within reason")
    func restarts() throws {
        let configuration = try read("jobs: {max_attempts: 3, loss_rest: 1s, error_rest: 0.5}")
        #expect(
            configuration.restarts
                == RestartPolicy(maxAttempts: 3, errorRest: .milliseconds(500), lossRest: .seconds(1)))
        for wrong in ["jobs: {max_attempts: 0}", "jobs: {loss_rest: -1}", "jobs: {attempts: 3}"] {
            #expect(throws: DocumentError.self) { try read(wrong) }
        }
    }

    @Test("the consumer groups of a workspace can have a prefix of its own")
    func groupPrefix() throws {
        #expect(try read("project: p").groupPrefix == "larder")
        #expect(try read("jobs: {group_prefix: team-a.2_x}").groupPrefix == "team-a.2_x")
        for wrong in ["", "a b", "a/b", "é", String(repeating: "a", count: 101)] {
            let error = #expect(throws: DocumentError.self) { try read("jobs: {group_prefix: \"\(wrong)\"}") }
            #expect(error?.message.hasSuffix("is no prefix of a consumer group") == true)
        }
    }
}
