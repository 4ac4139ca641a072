import ArgumentParser
import FeatureModel
import Operations

/// `larder feature-sets list`.
struct FeatureSetsList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the feature sets.",
        discussion: "Example: larder feature-sets list --project nyc")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let project = options.workspaceOptions.project.map { ProjectName($0) }
            let sets = try await session.operations.featureSets.list(project)
            try session.printer.write(Kind.featureSet.listing(sets, asOf: session.now()), listOptions)
        }
        return .done
    }
}
