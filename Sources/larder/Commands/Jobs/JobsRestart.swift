import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs restart`.
struct JobsRestart: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart", abstract: "Order jobs to begin anew from the committed position.")

    @Argument(help: "The jobs' ids.")
    var ids: [String]

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var confirmOptions: ConfirmOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Restart \(ids.joined(separator: ", "))?")
        let outcomes = try await session.operations.jobs.restart(ids.map { JobID($0) })
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
