public import FeatureModel

/// Which invented world is shown.
public struct ShowcaseScenario: Sendable, Hashable {
    /// How much there is in it.
    public enum Population: String, Sendable, Hashable, CaseIterable {
        /// 58 feature sets, 31 jobs, 4 stores, 7 exports, 1,226 dead letters.
        case usual
        /// A workspace in which nothing was made yet.
        case empty
        /// The usual one with 100,000 dead letters.
        case huge
    }

    /// The moment at which pictures are taken unless told otherwise: 2020-06-04T12:04:31Z.
    public static let usualTime = Timestamp(seconds: 1_591_272_271)

    /// Decides everything that looks random.
    public var seed: UInt64
    /// How much there is.
    public var population: Population
    /// True when nothing may be changed.
    public var isReadOnly: Bool
    /// What freshness is judged by; nil for the clock.
    public var asOf: Timestamp?
    /// The stores that do not answer from the beginning.
    public var downStores: Set<StoreName>

    /// Makes a scenario; without arguments the usual one.
    public init(
        seed: UInt64 = 7, population: Population = .usual, isReadOnly: Bool = false, asOf: Timestamp? = nil,
        downStores: Set<StoreName> = []
    ) {
        self.seed = seed
        self.population = population
        self.isReadOnly = isReadOnly
        self.asOf = asOf
        self.downStores = downStores
    }
}
