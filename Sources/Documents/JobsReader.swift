internal import FeatureModel

/// Reads the key `jobs` of `larder.yaml`.
struct JobsReader {
    private(set) var restarts = RestartPolicy()
    /// Nil where it is not set.
    let groupPrefix: String?

    init(_ node: DocumentNode) throws(DocumentError) {
        let map = try DocumentMap(
            node, keys: ["maxAttempts", "lossRest", "errorRest", "groupPrefix"], spelling: .snake)
        groupPrefix = try map["groupPrefix"].map { node throws(DocumentError) in try Self.groupPrefix(node) }
        if let attempts = map["maxAttempts"] {
            guard let number = Int64(try attempts.scalarText()), (1...1_000_000).contains(number) else {
                throw attempts.error("expected a number of attempts from 1 to 1000000")
            }
            restarts.maxAttempts = number
        }
        if let rest = map["lossRest"] { restarts.lossRest = .seconds(try rest.seconds()) }
        if let rest = map["errorRest"] { restarts.errorRest = .seconds(try rest.seconds()) }
    }

    /// The characters are those that Kafka allows in the names of topics, so that every tool shows the group.
    private static func groupPrefix(_ node: DocumentNode) throws(DocumentError) -> String {
        let text = try node.scalarText()
        let isGood = text.utf8.allSatisfy { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                || "._-".unicodeScalars.contains(scalar)
        }
        guard isGood, (1...100).contains(text.utf8.count) else {
            throw node.error(
                "\(PrintableText.quoted(text)) is no prefix of a consumer group",
                hint: "up to 100 of the characters a-z, A-Z, 0-9, '.', '_' and '-'")
        }
        return text
    }
}
