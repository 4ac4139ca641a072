import Operations
import Services
import Themes

/// Where themes are: the workspace's own first, then those that ship with the program.
enum ThemeShelf {
    static func library(workspace: String?) -> ThemeLibrary {
        let variables = RunningProgram.variables
        let place = WorkspacePlace.find(
            named: workspace, currentDirectory: RunningProgram.directory, variables: variables)
        let share = ShareDirectory(variables: variables, executable: RunningProgram.executable)
        return ThemeLibrary(directories: ["\(place.directory)/themes"] + share.themes)
    }
}
