import ConsoleKit
import FeatureModel
import Operations

/// Which jobs a list is about.
enum JobScope: Sendable, Hashable {
    case all
    case store(StoreName)
    case featureSet(FeatureSetReference)
    case project(ProjectName)

    /// Reads the words of `:jobs`: nothing, `PROJECT`, `store NAME`, `set PROJECT/NAME`.
    init(_ words: [String], defaultProject: ProjectName) throws(Problem) {
        switch (words.first, words.count) {
        case (nil, _): self = .all
        case ("store", 2): self = .store(StoreName(words[1]))
        case ("set", 2):
            guard let set = FeatureSetReference(words[1], defaultProject: defaultProject) else {
                throw Problem("\(words[1]) is no feature set", hint: "write it as project/name")
            }
            self = .featureSet(set)
        case (let project?, 1): self = .project(ProjectName(project))
        default: throw Problem(":jobs takes a project, store NAME, or set PROJECT/NAME")
        }
    }

    /// What to ask for.
    var query: JobQuery {
        switch self {
        case .all, .project: JobQuery()
        case .store(let name): JobQuery(store: name)
        case .featureSet(let set): JobQuery(featureSet: set)
        }
    }

    /// True when a job of the answer belongs to it.
    func includes(_ summary: JobSummary) -> Bool {
        guard case .project(let project) = self else { return true }
        return summary.job.featureSets.contains { $0.project == project }
    }

    /// What stands in the title; empty for all.
    var title: String {
        switch self {
        case .all: ""
        case .store(let name): "store \(name)"
        case .featureSet(let set): "feature set \(set)"
        case .project(let project): "project \(project)"
        }
    }
}
