public import FeatureModel
public import StorageAPI

/// What a connector's tests tell the contract: about thirty lines.
///
/// Required are the card, and places: each call of ``makePlace()`` answers settings for an empty name space that
/// nobody else uses, so that clauses can be checked side by side. A file in a temporary folder of its own, a fresh
/// database, a server's next database number. The rest has defaults for backends that can do no more.
public protocol StoreHarness: Sendable {
    /// The card of the connector.
    var card: ConnectorCard { get }

    /// An empty place that nobody else uses.
    func makePlace() async throws -> ConnectorCard.Place

    /// Takes a place away again, with everything in it. Plugs are closed before.
    func removePlace(_ place: ConnectorCard.Place) async

    /// Which of the requirements below are real.
    var abilities: HarnessAbilities { get }

    /// Texts of the settings that no error and no report may show: passwords.
    var secrets: [String] { get }

    /// How long a source may take to hand out a record that it holds. A source that keeps its promises never takes it.
    var patience: Duration { get }

    /// Cuts the connection between open plugs and their store. Only asked for with ``HarnessAbilities/severing``.
    func sever(_ place: ConnectorCard.Place) async throws

    /// Ends ``sever(_:)``. What was stored before is still there.
    func heal(_ place: ConnectorCard.Place) async throws

    /// A place where nobody answers: a closed port. Only asked for with ``HarnessAbilities/unreachablePlace``.
    func unreachablePlace() async throws -> ConnectorCard.Place

    /// A row that the store must refuse, alone, made from one that it would take. Without an implementation: the row
    /// with its last value cut off, so that it does not fit its feature set.
    func unstorable(_ row: ValidatedRow, of featureSet: FeatureSet) -> ValidatedRow
}

extension StoreHarness {
    /// None.
    public var abilities: HarnessAbilities { [] }
    /// None.
    public var secrets: [String] { [] }
    /// Ten seconds.
    public var patience: Duration { .seconds(10) }
    /// Cannot.
    public func sever(_ place: ConnectorCard.Place) async throws {
        throw Violation("the harness declares that it can sever and does not implement it")
    }
    /// Nothing to do.
    public func heal(_ place: ConnectorCard.Place) async throws {}
    /// Cannot.
    public func unreachablePlace() async throws -> ConnectorCard.Place {
        throw Violation("the harness declares an unreachable place and does not implement it")
    }
    /// The row without its last value.
    public func unstorable(_ row: ValidatedRow, of featureSet: FeatureSet) -> ValidatedRow {
        var short = row
        short.features = Array(short.features.dropLast())
        return short
    }
}
