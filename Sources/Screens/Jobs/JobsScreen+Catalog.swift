import ConsoleKit
import FeatureModel
import Operations

extension JobsScreen {
    /// How `:jobs` opens it.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry(
            "jobs", aliases: ["j", "ing"], digit: 5, summary: "ingestion jobs",
            usage: "[PROJECT | store NAME | set REF]", keymap: keys
        ) { route throws(Problem) in
            JobsScreen(
                jobs: operations.jobs, refreshing: refreshing,
                scope: try JobScope(route.arguments, defaultProject: operations.workspace.defaultProject),
                filter: route.filter)
        }
    }
}

extension JobScreen {
    /// How `:job` opens it.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry("job", summary: "one ingestion job", usage: "ID [log|history]", keymap: keys) {
            route throws(Problem) in
            guard let id = route.arguments.first else {
                throw Problem(":job needs an id", hint: ":jobs lists them")
            }
            return JobScreen(
                id: JobID(id), jobs: operations.jobs, featureSets: operations.featureSets, refreshing: refreshing,
                opening: route.arguments.dropFirst().first.flatMap(JobPart.init(rawValue:)) ?? .overview)
        }
    }
}
