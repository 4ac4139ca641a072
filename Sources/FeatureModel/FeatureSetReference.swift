/// Names one feature set: `project/name`.
public struct FeatureSetReference: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// The project it lives in.
    public let project: ProjectName
    /// Its name within the project.
    public let name: String

    /// Makes a reference from its parts.
    public init(project: ProjectName, name: String) {
        self.project = project
        self.name = name
    }

    /// Reads a reference as Feast's ingestion does (spec section 5.2, step 7): whatever follows a `:` is cut off
    /// (it was a version), and a bare name belongs to `defaultProject`.
    ///
    /// - Returns: nil when the project or the name would be empty, or there is more than one `/`.
    public init?(_ text: some StringProtocol, defaultProject: ProjectName) {
        let withoutVersion = text.prefix { $0 != ":" }
        let parts = withoutVersion.split(separator: "/", omittingEmptySubsequences: false)
        switch parts.count {
        case 1 where !parts[0].isEmpty:
            self.init(project: defaultProject, name: String(parts[0]))
        case 2 where !parts[0].isEmpty && !parts[1].isEmpty:
            self.init(project: ProjectName(String(parts[0])), name: String(parts[1]))
        default: return nil
        }
    }

    /// `project/name`.
    public var description: String { "\(project)/\(name)" }

    /// Orders by project, then name.
    public static func < (left: FeatureSetReference, right: FeatureSetReference) -> Bool {
        left.project != right.project ? left.project < right.project : left.name < right.name
    }
}
