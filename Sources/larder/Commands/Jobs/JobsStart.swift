import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs start`.
struct JobsStart: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start the job of a store.",
        discussion: "Example: larder jobs start --store online --yes")

    @Option(help: ArgumentHelp("The store to feed.", valueName: "name"))
    var store: String

    @Option(
        help: ArgumentHelp(
            "The type of the source, such as LOCAL; without it the workspace's default source.", valueName: "type"))
    var source: String?

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Start the ingestion job of store \(store)?")
        let definition = source.map { SourceDefinition(type: $0.uppercased()) }
        let job = try await session.operations.jobs.start(StoreName(store), definition)
        session.printer.write(.job, job, table: JobText.write)
        return .done
    }
}
