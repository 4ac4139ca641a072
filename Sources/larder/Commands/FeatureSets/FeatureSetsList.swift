import ArgumentParser
import FeatureModel
import Operations

/// `larder feature-sets list`.
struct FeatureSetsList: LarderCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the feature sets.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(listOptions.watch) { () async throws(OperationError) in
            let project = workspaceOptions.project.map { ProjectName($0) }
            let sets = try await session.operations.featureSets.list(project)
            try session.printer.write(Kind.featureSet.listing(sets, asOf: session.now()), listOptions)
        }
        return .done
    }
}
