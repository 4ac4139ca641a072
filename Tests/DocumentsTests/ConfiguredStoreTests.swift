import Documents
import FeatureModel
import Testing

@Suite("Store documents")
struct ConfiguredStoreTests {
    private func read(_ text: String, _ environment: [String: String] = [:]) throws -> [ConfiguredStore] {
        try ConfiguredStore.read(text, file: "store.yaml", environment: environment)
    }

    private func error(_ text: String, _ environment: [String: String] = [:]) -> DocumentError? {
        #expect(throws: DocumentError.self) { try read(text, environment) }
    }

    @Test("a store is read with the places of its settings and subscriptions")
    func places() throws {
        let text = """
            name: online
            type: REDIS
            config:
              host: localhost
              port: 6379
              tls: yes
              password: "${REDIS_PASSWORD}"
              url: redis://${USER}:x@h
            subscriptions:
              - {project: "*", name: "*"}
              - project: test-*
                name: "*"
                exclude: true
            """
        let store = try #require(try read(text, ["REDIS_PASSWORD": "geheim", "USER": "u"]).first)
        #expect(store.line == 1)
        #expect(
            store.definition
                == StoreDefinition(
                    name: "online", type: "REDIS",
                    config: [
                        "host": "localhost", "port": "6379", "tls": "yes", "password": "geheim",
                        "url": "redis://u:x@h",
                    ],
                    subscriptions: [.everything, Subscription(project: "test-*", name: "*", exclude: true)]))
        #expect(store.settings["port"] == ConfiguredSetting(line: 5, column: 3, isLiteral: true))
        #expect(store.settings["password"]?.isLiteral == false)
        #expect(store.settings["url"]?.isLiteral == false)
        #expect(store.subscriptionLines == [10, 11])
        let placed = store.error(atSetting: "port", message: "expected a port")
        #expect(placed.description == "store.yaml:5:3: online.config.port: expected a port")
        #expect(store.error(atSetting: "absent", message: "m").line == 1)
    }

    @Test("a variable that is not set is an error that does not show the value")
    func unsetVariable() {
        let unset = error("name: a\ntype: REDIS\nconfig: {password: \"secret${NOPE}\"}")
        #expect(unset?.line == 3)
        #expect(unset?.key == "config.password")
        #expect(unset?.message == "the environment variable NOPE is not set")
        #expect(unset?.description.contains("secret") == false)
    }

    @Test("what looks like a variable and is none is refused", arguments: ["${", "${}", "${A B}", "${A"])
    func malformedVariable(text: String) {
        #expect(error("{name: a, type: X, config: {k: \"\(text)\"}}", ["A": "1"]) != nil)
    }

    @Test("a doubled dollar sign stands for itself, and a lone one too")
    func escapedVariable() throws {
        let store = try read("{name: a, type: X, config: {k: \"$${A} $A $ ${A}\"}}", ["A": "1"])
        #expect(store[0].definition.config == ["k": "${A} $A $ 1"])
    }

    @Test("wrong kinds and unknown keys are refused")
    func refused() {
        #expect(error("{name: a, type: X, config: {k: [1]}}")?.message == "expected text, got a list")
        #expect(error("{name: a, type: X, config: {k: }}")?.message == "expected text, got nothing")
        #expect(error("{name: a, type: X, config: [k]}")?.message == "expected a map, got a list")
        #expect(error("{name: a, tpe: X}")?.hint == "did you mean type?")
        #expect(error("{name: a}")?.message == "the key type is missing")
        #expect(error("{name: a/b, type: X}")?.message == "\"a/b\" is no name")
        #expect(error("{name: a, type: X, subscriptions: [{project: \"*\"}]}")?.message == "the key name is missing")
        #expect(
            error("{name: a, type: X, subscriptions: [{project: \"\", name: x}]}")?.key == "subscriptions[0].project")
        #expect(
            error("{name: a, type: X, subscriptions: [{project: a, name: x, exclude: 1}]}")?.message
                == "expected true or false, got a number")
        #expect(error("name: a\ntype: X\n---\nname: a\ntype: Y\n")?.message == "the store a stands in line 1 already")
    }

    @Test("a store written as YAML reads back the same, and hides what is secret")
    func writes() throws {
        let definition = StoreDefinition(
            name: "online", type: "REDIS", config: ["host": "h", "port": "6379", "password": "p", "x": "a${B}"],
            subscriptions: [.everything, Subscription(project: "a", name: "b-*", exclude: true)])
        #expect(try read(definition.yaml(masking: [])).map(\.definition) == [definition])
        let masked = definition.yaml(masking: ["password"])
        #expect(masked.contains("password: \"•••\""))
        #expect(!masked.contains(": p\n"))
    }
}
