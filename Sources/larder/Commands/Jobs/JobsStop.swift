import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs stop`.
struct JobsStop: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Order jobs to end, and to stay ended.",
        discussion: "Example: larder jobs stop JOB --yes")

    @Argument(help: "The jobs' ids.")
    var ids: [String]

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Stop \(ids.joined(separator: ", "))?")
        let outcomes = try await session.operations.jobs.stop(ids.map { JobID($0) })
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
