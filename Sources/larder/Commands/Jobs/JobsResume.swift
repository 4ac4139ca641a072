import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs resume`.
struct JobsResume: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let jobs that pause go on from the committed position.",
        discussion: "Example: larder jobs resume JOB --yes")

    @Argument(help: "The jobs' ids.")
    var ids: [String]

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Resume \(ids.joined(separator: ", "))?")
        let outcomes = try await session.operations.jobs.resume(ids.map { JobID($0) })
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
