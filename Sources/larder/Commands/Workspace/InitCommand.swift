import ArgumentParser
import Documents
import Glibc
import Operations

/// `larder init`.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented larder.yaml.",
        discussion: "Example: larder init ./workspace")

    @Argument(help: "The workspace's folder; the current one without it.")
    var directory = "."

    @OptionGroup var confirmOptions: ConfirmOptions

    func run() async throws {
        let (directory, replaces) = (RunningProgram.absolute(directory), confirmOptions.yes)
        try await CommandEnd.reached(.table) { () throws(OperationError) -> ExitStatus in
            let path = directory + "/larder.yaml"
            try WrittenFile.write(WorkspaceConfiguration.template, to: path, inNewFolder: directory, replaces: replaces)
            StandardStream.out.write(path + "\n")
            return .done
        }
    }
}
