import FeatureModel
import StorageAPI

/// Says what the relative paths of stores and sources are relative to: those that somebody wrote to the workspace, those
/// that nobody wrote to the folder of the state.
struct PlaceRule: Sendable {
    let workspaceDirectory: String
    let stateDirectory: String

    /// The place of something with settings.
    ///
    /// - Parameters:
    ///   - config: the settings as written.
    ///   - isBuiltIn: true when no file and nobody wrote them.
    func place(
        of card: ConnectorCard, store: StoreName?, config: [String: String], isBuiltIn: Bool
    ) -> ConnectorCard.Place {
        var complete = card.withDefaults(config)
        for setting in card.settings where setting.kind == .path {
            guard let path = complete[setting.key] else { continue }
            let isWritten = config[setting.key] != nil && !isBuiltIn
            complete[setting.key] = AbsolutePath.of(path, in: isWritten ? workspaceDirectory : stateDirectory)
        }
        return ConnectorCard.Place(store: store, config: complete, directory: workspaceDirectory)
    }
}
