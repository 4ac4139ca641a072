import Glibc
import Operations

/// Asks before something is changed: `--yes` answers, a terminal is asked, everything else is refused.
struct Assent: Sendable {
    let isGiven: Bool

    init(_ options: ConfirmOptions) {
        isGiven = options.yes
    }

    /// Asks whether to go on.
    ///
    /// - Throws: `refused` when nobody can be asked, or the answer is no.
    func ask(_ question: String) throws(OperationError) {
        if isGiven { return }
        guard isatty(STDIN_FILENO) == 1, StandardStream.error.isTerminal else {
            throw OperationError(.refused, "not confirmed: \(question)", hint: "give --yes to do it")
        }
        StandardStream.error.write("\(question) y/N ")
        guard let answer = readLine()?.lowercased(), answer == "y" || answer == "yes" else {
            throw OperationError(.refused, "not confirmed; nothing was changed")
        }
    }
}
