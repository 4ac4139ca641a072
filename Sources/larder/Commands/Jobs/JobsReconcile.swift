import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs reconcile`.
struct JobsReconcile: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "Make the jobs what the subscriptions ask for, once.",
        discussion: "Example: larder jobs reconcile --yes")

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Start and stop jobs as the subscriptions ask?")
        let outcomes = try await session.operations.jobs.reconcile()
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
