/// A pattern over feature sets: `*` stands for any run of characters, everything else for itself.
public struct Subscription: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The project, or a pattern with `*`.
    public let project: String
    /// The feature set's name, or a pattern with `*`.
    public let name: String
    /// True to keep matching feature sets out, whatever else matches them.
    public let exclude: Bool

    /// Makes a subscription.
    public init(project: String, name: String, exclude: Bool = false) {
        self.project = project
        self.name = name
        self.exclude = exclude
    }

    /// Subscribed to everything.
    public static let everything = Subscription(project: "*", name: "*")

    /// True when both patterns match; whether that includes or excludes, ``exclude`` says.
    public func matches(_ featureSet: FeatureSetReference) -> Bool {
        Self.matches(project, featureSet.project.rawValue) && Self.matches(name, featureSet.name)
    }

    /// `project:name`, or `project:name:exclude` (spec section 1.3).
    public var description: String { "\(project):\(name)" + (exclude ? ":exclude" : "") }

    /// Matches the whole text against a pattern in which `*` stands for any run, the empty one included.
    public static func matches(_ pattern: String, _ text: String) -> Bool {
        let pattern = Array(pattern.utf8)
        let text = Array(text.utf8)
        var patternIndex = 0
        var textIndex = 0
        var restart: (pattern: Int, text: Int)?
        while textIndex < text.count {
            if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
                restart = (patternIndex + 1, textIndex)
                patternIndex += 1
            } else if patternIndex < pattern.count, pattern[patternIndex] == text[textIndex] {
                patternIndex += 1
                textIndex += 1
            } else if let last = restart {
                restart = (last.pattern, last.text + 1)
                patternIndex = last.pattern
                textIndex = last.text + 1
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
