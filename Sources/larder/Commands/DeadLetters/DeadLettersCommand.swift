import ArgumentParser

/// `larder dead-letters`.
struct DeadLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead-letters", abstract: "Rows that could not be stored.",
        subcommands: [
            DeadLettersList.self, DeadLettersGet.self, DeadLettersReplay.self, DeadLettersDiscard.self,
        ])
}
