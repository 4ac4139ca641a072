import FeatureModel
import Operations

/// Everything that is invented: what the operations look at, and what they change.
struct World: Sendable {
    let scenario: ShowcaseScenario
    /// The moment at which the world was made; everything that moves is counted from it.
    let start: Timestamp
    var stores: [StorePlan] = []
    var downStores: Set<StoreName>
    var checkedAt: [StoreName: Timestamp] = [:]
    var projects: [ProjectName: Timestamp] = [:]
    var sets: [RegisteredFeatureSet] = []
    var jobs: [WorldJob] = []
    var exports: [WorldExport] = []
    var letters: LetterPile
    var orders: [ShowcaseOrder] = []
    /// True while the whole service does not answer.
    var isUnreachable = false

    init(_ scenario: ShowcaseScenario, start: Timestamp) {
        self.scenario = scenario
        self.start = start
        downStores = scenario.downStores
        letters = LetterPile(total: 0, start: start)
        guard scenario.population != .empty else { return }
        stores = StorePlan.all
        projects = Dictionary(
            uniqueKeysWithValues: ["ads", "core", "fraud", "risk"].enumerated().map { offset, name in
                (ProjectName(name), start.advanced(by: .seconds(-(400 - Int64(offset) * 30) * 86_400)))
            })
        sets = FeatureSetWriter(seed: scenario.seed, start: start).records()
        jobs = JobPlan.all.map { WorldJob($0, sets: featureSets(of: $0), start: start, seed: scenario.seed) }
        exports = ExportPlan.exports(start: start)
        letters = LetterPile(total: scenario.population == .huge ? 100_000 : 1_226, start: start)
    }

    /// The feature sets that come from a topic and that a store subscribes to.
    func featureSets(topic: String, store: StoreName) -> [FeatureSetReference] {
        guard let plan = stores.first(where: { $0.name == store }) else { return [] }
        let source = FeatureSetWriter.source(topic: topic)
        return sets.map(\.definition).filter { $0.source == source && plan.definition.subscribes(to: $0.reference) }
            .map(\.reference)
    }

    /// The record of a feature set.
    func record(_ reference: FeatureSetReference) throws(OperationError) -> RegisteredFeatureSet {
        guard let record = sets.first(where: { $0.definition.reference == reference }) else {
            throw OperationError(
                .notFound, "there is no feature set \(reference)", target: reference.description,
                hint: "larder feature-sets list shows those that there are")
        }
        return record
    }

    /// Refuses a change where nothing may be changed.
    func checkWritable() throws(OperationError) {
        guard scenario.isReadOnly else { return }
        throw OperationError(.refused, "the workspace was opened read-only; nothing was changed")
    }

    /// Refuses every question while the service does not answer.
    func checkReachable() throws(OperationError) {
        guard isUnreachable else { return }
        throw OperationError(
            .unreachable, "the job-state database did not answer within 5 s",
            hint: "it is asked again by itself; r asks now")
    }

    private func featureSets(of plan: JobPlan) -> [FeatureSetReference] {
        featureSets(topic: plan.topic, store: plan.store)
    }
}
