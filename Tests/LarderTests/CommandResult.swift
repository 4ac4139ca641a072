import FaultKit

/// What a command did: its exit code, its data and its talk.
struct CommandResult: Sendable {
    /// How it ended.
    let ending: ChildProcess.Ending
    /// What it wrote to standard output.
    let output: String
    /// What it wrote to standard error.
    let errors: String

    /// The exit code; -1 when a signal ended it.
    var code: Int32 {
        if case .exited(let code) = ending { code } else { -1 }
    }

    /// The data, as JSON.
    var json: JSONTree {
        get throws { try JSONTree(output) }
    }

    /// The error object that `-o json` writes to standard error; the last line, after any notices.
    var error: JSONTree {
        get throws { try JSONTree(String(errors.split(separator: "\n").last ?? ""))["error"] }
    }
}
