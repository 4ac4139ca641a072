/// A property of a librdkafka client; the values of secret ones show in no description, dump or error.
struct KafkaProperty: Sendable, CustomStringConvertible, CustomReflectable {
    let name: String
    let value: String
    let isSecret: Bool

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
        isSecret = false
    }

    init(_ name: String, secret: Secret) {
        self.name = name
        value = secret.revealed
        isSecret = true
    }

    var description: String { "\(name)=\(isSecret ? "•••" : value)" }
    var customMirror: Mirror { Mirror(self, children: ["property": description]) }
}
