import ArgumentParser
import Glibc

/// `larder`: the console, and the commands beside it.
struct Larder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "larder", abstract: "The admin console of a feature store.",
        discussion: """
            Alone on a terminal it opens the console; every action of it is a command too. Data goes to standard \
            output, talk to standard error; larder schema describes what -o json prints.

            Exit codes: 0 done, 1 failed, 2 a request that can never work, 3 a service cannot be reached, \
            4 timed out waiting, 5 not found, 6 refused, 130 interrupted.
            """,
        version: RunningProgram.version,
        subcommands: [
            DemoCommand.self, InitCommand.self, ConnectorsCommand.self, StoresCommand.self, ProjectsCommand.self,
            FeatureSetsCommand.self, IngestCommand.self, JobsCommand.self, OnlineCommand.self, ExportsCommand.self,
            DeadLettersCommand.self, WorkerCommand.self, ThemesCommand.self, KeysCommand.self, ConfigCommand.self,
            SchemaCommand.self, DoctorCommand.self, ShotCommand.self, VersionCommand.self,
        ])

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions

    @Option(help: ArgumentHelp("The console's theme: a name or a file.", valueName: "theme"))
    var theme: String?

    func run() async throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            StandardStream.error.write(Self.helpMessage() + "\n")
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        throw ConsoleWanted(workspace: workspaceOptions, theme: theme, color: talkOptions.color)
    }
}
