import ConsoleKit
import FeatureModel
import Operations

/// What is known of the file of entity rows.
enum EntityFile: Sendable, Hashable {
    case none
    /// Being looked at; `goesOn` when the next step was asked for.
    case reading(String, goesOn: Bool)
    /// Its head was read.
    case known(String, EntityFileSummary)
    case failed(String, Problem)

    /// What its head says, for a path and only for that.
    func summary(of path: String) -> EntityFileSummary? {
        if case .known(path, let summary) = self { summary } else { nil }
    }

    /// What its head says, whatever its path.
    var summary: EntityFileSummary? {
        if case .known(_, let summary) = self { summary } else { nil }
    }
}
