import ArgumentParser

/// `larder exports`.
struct ExportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exports", abstract: "Historical exports, correct in time.",
        subcommands: [
            ExportsStart.self, ExportsList.self, ExportsGet.self, ExportsWait.self, ExportsCancel.self,
            ExportsRepeat.self,
        ])
}
