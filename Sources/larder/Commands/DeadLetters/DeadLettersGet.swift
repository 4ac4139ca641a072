import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters get`.
struct DeadLettersGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a dead letter, its payload decoded as far as it can be.",
        discussion: "Example: larder dead-letters get LETTER")

    @Argument(help: "The dead letter's id.")
    var id: String

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let letter = try await session.operations.deadLetters.get(DeadLetterID(id))
        session.printer.write(.deadLetter, letter) { letter in
            DeadLetterText.write(letter, session.operations.deadLetters.decode(letter))
        }
        return .done
    }
}
