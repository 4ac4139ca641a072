import Operations
import Services
import Themes

/// Where themes are: the workspace's own first, then those that ship with the program.
enum ThemeShelf {
    static func library(in place: WorkspacePlace) -> ThemeLibrary {
        let share = ShareDirectory(variables: RunningProgram.variables, executable: RunningProgram.executable)
        return ThemeLibrary(directories: ["\(place.directory)/themes"] + share.themes)
    }
}
