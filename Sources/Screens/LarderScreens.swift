public import ConsoleKit
import FeatureModel
public import Operations

/// The screens of larder: what `:` commands, digits and links can open, and what the header shows.
public enum LarderScreens {
    /// The view to open on.
    public static let opening = Route("stores")

    /// All views.
    ///
    /// - Parameters:
    ///   - operations: what they ask.
    ///   - interval: how often they ask again by themselves.
    public static func catalog(_ operations: Operations, every interval: Duration = .seconds(2)) -> ScreenCatalog {
        let refreshing = Refreshing(interval: interval, changes: operations.changes)
        return ScreenCatalog([
            StoresScreen.entry(operations, refreshing),
            StoreScreen.entry(operations, refreshing),
            FeatureSetsScreen.entry(operations, refreshing),
            FeatureSetScreen.entry(operations, refreshing),
            JobsScreen.entry(operations, refreshing),
            JobScreen.entry(operations, refreshing),
            OnlineScreen.entry(operations),
            OnlineScreen.whyEntry(operations),
            ExportsScreen.entry(operations, refreshing),
            ExportScreen.entry(operations, refreshing),
            DeadLettersScreen.entry(operations, refreshing),
            LettersScreen.entry(operations, refreshing),
            LetterScreen.entry(operations),
        ])
    }

    /// A time that replaces the clock: midnight as its date alone.
    private static func text(of asOf: Timestamp) -> String {
        let text = asOf.description
        let midnight = "T00:00:00Z"
        return text.hasSuffix(midnight) ? String(text.dropLast(midnight.count)) : text
    }

    /// What the header shows of a workspace and the health of its stores and sources.
    public static func header(_ workspace: WorkspaceSummary, _ health: [NamedHealth]) -> HeaderFacts {
        HeaderFacts(
            name: workspace.name, isReadOnly: workspace.isReadOnly, asOf: workspace.asOf.map { text(of: $0) },
            endpoints: health.map { named in
                let detail = named.health.latencyMilliseconds.map { LatencyText.of($0) } ?? named.health.error ?? ""
                return ConsoleKit.EndpointHealth(named.name, named.health.state.condition, detail: detail)
            })
    }
}
