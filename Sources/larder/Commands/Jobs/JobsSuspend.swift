import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs suspend`.
struct JobsSuspend: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Order jobs to pause; they keep their place in the source.",
        discussion: "Example: larder jobs suspend JOB --yes")

    @Argument(help: "The jobs' ids.")
    var ids: [String]

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Suspend \(ids.joined(separator: ", "))?")
        let outcomes = try await session.operations.jobs.suspend(ids.map { JobID($0) })
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
