import ConsoleKit
import FeatureModel
import Operations

/// Which feature sets a list is about.
enum FeatureSetScope: Sendable, Hashable {
    case all
    case project(ProjectName)
    case store(StoreName)
    case matching(Subscription)

    /// Reads the words of `:sets`: nothing, `PROJECT`, `store NAME`, `matching PROJECT NAME`.
    init(_ words: [String]) throws(Problem) {
        switch (words.first, words.count) {
        case (nil, _), ("all", 1): self = .all
        case ("store", 2): self = .store(StoreName(words[1]))
        case ("matching", 3): self = .matching(Subscription(project: words[1], name: words[2]))
        case (let project?, 1): self = .project(ProjectName(project))
        default: throw Problem(":sets takes a project, store NAME, or matching PROJECT NAME")
        }
    }

    /// The project to ask for; nil for all.
    var project: ProjectName? {
        if case .project(let name) = self { name } else { nil }
    }

    /// True when a feature set belongs to it.
    func includes(_ summary: FeatureSetSummary) -> Bool {
        switch self {
        case .all, .project: true
        case .store(let name): summary.stores.contains(name)
        case .matching(let pattern): pattern.matches(summary.record.definition.reference)
        }
    }

    /// What stands in the title; empty for all.
    var title: String {
        switch self {
        case .all: ""
        case .project(let name): "project \(name)"
        case .store(let name): "store \(name)"
        case .matching(let pattern): "matching \(pattern)"
        }
    }
}
