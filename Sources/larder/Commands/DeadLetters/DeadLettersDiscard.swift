import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters discard`.
struct DeadLettersDiscard: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Forget dead letters for good.")

    @Argument(help: "The dead letters' ids; else the options say which.")
    var ids: [String] = []

    @Flag(help: "Discard all of them.")
    var all = false

    @OptionGroup var deadLetterOptions: DeadLetterOptions

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var confirmOptions: ConfirmOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = try deadLetterOptions.query(ids: ids, in: session)
        guard all || !ids.isEmpty || !deadLetterOptions.isEmpty else {
            throw OperationError(.invalid, "nothing says which dead letters", hint: "give ids, options, or --all")
        }
        try Assent(confirmOptions).ask("Discard these dead letters for good?")
        let count = try await session.operations.deadLetters.discard(query)
        session.talk.say("discarded \(count) dead letters")
        return .done
    }
}
