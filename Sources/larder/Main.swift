import ArgumentParser
import Glibc
import Operations

/// The program: commands on the cooperative threads, the console on the main thread.
@main
enum Main {
    private enum End: Sendable {
        case exit(Int32)
        case console(WorkspaceOptions, theme: String?, ColorChoice)
    }

    static func main() {
        // A reader that went away is seen as a failed write, not as a signal.
        signal(SIGPIPE, SIG_IGN)
        switch MainThread.wait(for: { await command() }) {
        case .exit(let code): exit(code)
        case .console(let workspace, let theme, let color):
            exit(ConsoleDoor(workspace: workspace, theme: theme, color: color).run())
        }
    }

    private static func command() async -> End {
        do {
            var command = try Larder.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return .exit(ExitStatus.done.rawValue)
        } catch let wanted as ConsoleWanted {
            return .console(wanted.workspace, theme: wanted.theme, wanted.color)
        } catch {
            return .exit(end(with: error))
        }
    }

    private static func end(with error: any Error) -> Int32 {
        let code = Larder.exitCode(for: error).rawValue
        let text = Larder.fullMessage(for: error)
        if code == EX_USAGE, OutputFormat.named(in: CommandLine.arguments)?.isJSON == true {
            ErrorText.write(
                OperationError(.invalid, Larder.message(for: error), hint: "larder help lists the commands"), .json)
        } else if !(error is ExitCode), !text.isEmpty {
            (code == 0 ? StandardStream.out : StandardStream.error).write(text + "\n")
        }
        // The library's own code for a usage error is EX_USAGE.
        return code == EX_USAGE ? ExitStatus.usage.rawValue : code
    }
}
