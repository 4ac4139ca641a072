import ArgumentParser
import Glibc
import Operations

/// `larder demo`.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a workspace with real data, and open the console on it.",
        discussion: """
            One month of flights and weather of New York's airports, on the embedded stores. A second run opens the \
            workspace as it is. Without a terminal it prints what to try next.
            """)

    @Flag(help: "Delete what an earlier run made, and make it again.")
    var fresh = false

    @Option(help: ArgumentHelp("The console's theme: a name or a file.", valueName: "theme"))
    var theme: String?

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run() async throws {
        let (fresh, talk) = (fresh, Talk(options.talkOptions))
        let workspace = DemoWorkspace.find(options.workspaceOptions)
        try await CommandEnd.reached(options.format) { () async throws(OperationError) -> ExitStatus in
            try await Interruption.watching { () async throws(OperationError) in
                try await DemoMaking(workspace: workspace, talk: talk).make(fresh: fresh)
            }
            return .done
        }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            StandardStream.out.write(workspace.suggestions(program: CommandLine.arguments.first ?? "larder"))
            return
        }
        throw ConsoleWanted(workspace: workspace.options, theme: theme, color: options.talkOptions.color)
    }
}
