import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters replay`.
struct DeadLettersReplay: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Produce dead letters to their source again.",
        discussion: "Example: larder dead-letters replay --reason 'unknown feature set' --dry-run")

    @OptionGroup var targets: DeadLetterTargets
    @Option(help: ArgumentHelp("At most so many rows per second.", valueName: "ROWS"))
    var rate: Int?

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    private var mode: ReplayMode {
        if targets.dryRun { return .dryRun }
        return rate.map { .atMost(rowsPerSecond: $0) } ?? .unlimited
    }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        if let rate, rate < 1 {
            throw OperationError(
                .invalid, "--rate \(rate) is no rate", hint: "give a number of rows per second from 1 on")
        }
        let query = try targets.query(in: session)
        if !targets.dryRun { try Assent(confirmOptions).ask("Replay these dead letters?") }
        let outcomes = try await session.operations.deadLetters.replay(query, mode)
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
