import ArgumentParser

/// `larder projects`.
struct ProjectsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "projects", abstract: "The projects: name spaces of feature sets.",
        subcommands: [
            ProjectsList.self, ProjectsCreate.self, ProjectsArchive.self,
        ])
}
