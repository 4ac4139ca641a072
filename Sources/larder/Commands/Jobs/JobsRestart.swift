import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs restart`.
struct JobsRestart: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart", abstract: "Order jobs to begin anew from the committed position.",
        discussion: "Example: larder jobs restart JOB --yes")

    @Argument(help: "The jobs' ids.")
    var ids: [String]

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Restart \(ids.joined(separator: ", "))?")
        let outcomes = try await session.operations.jobs.restart(ids.map { JobID($0) })
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
