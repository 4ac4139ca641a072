import Operations

/// Why a picture could not be taken.
struct ShotError: Error, Hashable {
    /// The kind of failure, for the exit code.
    let code: OperationError.Code
    /// The script, and the line in it, where it is about one.
    let place: Place?
    /// What is wrong, in one sentence.
    let message: String
    /// What was on the screen; empty when that does not matter.
    var screen = ""

    /// A line of a script.
    struct Place: Hashable {
        let file: String
        let line: Int
    }

    init(_ code: OperationError.Code, at place: Place? = nil, _ message: String, screen: String = "") {
        self.code = code
        self.place = place
        self.message = message
        self.screen = screen
    }

    init(_ error: OperationError) {
        self.init(error.code, error.description)
    }

    /// One line with the place, and the screen below it.
    var text: String {
        let head = place.map { "\($0.file):\($0.line): " } ?? ""
        return head + message + (screen.isEmpty ? "" : "\nthe screen:\n" + screen)
    }
}
