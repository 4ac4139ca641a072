import ArgumentParser
import Services

/// `larder config path`.
struct ConfigPath: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Show where the configuration is, or would be.")

    @OptionGroup var workspaceOptions: WorkspaceOptions

    func run() async {
        let place = WorkspacePlace.find(
            named: workspaceOptions.workspace, currentDirectory: RunningProgram.directory,
            variables: RunningProgram.variables)
        StandardStream.out.write("\(place.directory)/larder.yaml\n")
    }
}
