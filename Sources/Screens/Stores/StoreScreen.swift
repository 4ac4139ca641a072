import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// One store: overview, what it subscribes to, the feature sets and jobs that follow, its settings, what it tells of itself,
/// its check.
struct StoreScreen: Screen {
    /// A pane that can have the focus.
    enum Pane: Int, Sendable, Hashable, CaseIterable {
        case subscriptions, sets, jobs, settings, facts, check
    }

    struct State: Equatable, Sendable {
        /// The store; nil until it came.
        var summary: StoreSummary?
        var load = LoadState.never
        var focus: Pane
        var subscriptions = ListState<SubscriptionRow>()
        var sets = ListState<FeatureSetRow>()
        var jobs = ListState<JobRow>()
        var settings = ListState<SettingRow>()
        var facts = ListState<FactRow>()
        var check = ListState<CheckStepRow>()
        var body = Size(columns: 80, rows: 18)
        var tier = SizeTier.medium
    }

    /// Everything that one question for the store brings.
    struct Answer: Sendable {
        let summary: StoreSummary
        let sets: [FeatureSetRow]
        let jobs: [JobRow]
    }

    enum Message: Sendable {
        case refreshAsked
        case storeLoaded(Result<Answer, Problem>)
        case checkAsked
        case checked(Result<StoreCheck, Problem>)
        case paneChosen(Pane)
        case subscriptions(ListMessage)
        case sets(ListMessage)
        case jobs(ListMessage)
        case settings(ListMessage)
        case facts(ListMessage)
        case check(ListMessage)
        case opened(Route)
        case rawAsked
        case deletion(StoreDeletionMessage)
    }

    let store: StoreName
    let operations: Operations
    let refreshing: Refreshing
    var opening = StorePart.overview
    let view: ViewID = "store"
    var name: String { "Store \(store)" }
    var crumb: String { store.rawValue }

    /// The line of the catalogue.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry(
            "store", summary: "one store", usage: "NAME [check]", keymap: keys
        ) { route throws(Problem) in
            guard let name = route.arguments.first, route.arguments.count <= 2 else {
                throw Problem(":store takes the name of a store", hint: ":stores lists them")
            }
            guard let part = StorePart(rawValue: route.arguments.dropFirst().first ?? "overview") else {
                throw Problem(":store \(name) takes nothing more, or check")
            }
            return StoreScreen(
                store: StoreName(name), operations: operations, refreshing: refreshing, opening: part)
        }
    }

    /// The document of a store in a view of its own.
    static func document(of name: StoreName, _ stores: StoreOperations) -> DocumentScreen {
        DocumentScreen(
            name: "Store \(name), raw", crumb: "raw",
            command: ShellCommand("stores", "get").adding([name.rawValue]).text + " -o yaml"
        ) {
            await Result(asking: { () async throws(OperationError) in StoreDocument.yaml(try await stores.get(name)) })
        }
    }

    var initialState: State { State(focus: opening == .check ? .check : .subscriptions) }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        load(&state, context) + (opening == .check ? check(&state, context) : []) + [
            .every(refreshing.interval, "refresh", .refreshAsked), .following(refreshing.changes, .refreshAsked),
        ]
    }

    func returned(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { load(&state, context) }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        let effects = apply(message, to: &state, context)
        layOut(&state)
        return effects
    }

    private func apply(_ message: Message, to state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .refreshAsked: return load(&state, context)
        case .storeLoaded(let result): return took(result, &state, context)
        case .checkAsked:
            state.focus = .check
            return check(&state, context)
        case .checked(let result): return took(result, &state, context)
        case .paneChosen(let pane): state.focus = pane
        case .subscriptions(let change): state.subscriptions.apply(change, Self.subscriptionList, context)
        case .sets(let change): state.sets.apply(change, Self.setList, context)
        case .jobs(let change): state.jobs.apply(change, Self.jobList, context)
        case .settings(let change): state.settings.apply(change, Self.settingList, context)
        case .facts(let change): state.facts.apply(change, Self.factList, context)
        case .check(let change): state.check.apply(change, Self.checkList, context)
        case .opened(let route): return [.push(route)]
        case .rawAsked: return [.push(Self.document(of: store, operations.stores))]
        case .deletion(let message):
            let effects = StoreDeletion(stores: operations.stores).update(message).map { $0.map(Message.deletion) }
            guard case .carriedOut(let outcomes) = message, outcomes.contains(where: { $0.result == .done }) else {
                return effects
            }
            return effects + [.pop]
        }
        return []
    }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let health = state.summary.map { [TextRun($0.health.state.word, $0.health.state.role)] } ?? []
        return ScreenTitle(name, detail: health, load: state.load)
    }

    func copies(_ state: State) -> [CopyChoice] {
        var choices = [CopyChoice("name", store.rawValue)]
        if let summary = state.summary {
            choices.append(CopyChoice("store as JSON", StoreDocument.json(summary).line))
            if let endpoint = summary.endpoint { choices.append(CopyChoice("endpoint", endpoint)) }
            if let error = summary.health.error { choices.append(CopyChoice("last error", error)) }
        }
        return choices + [
            CopyChoice("as command", ShellCommand("stores", "get").adding([store.rawValue]).text),
            CopyChoice("check as command", ShellCommand("stores", "check").adding([store.rawValue]).text),
        ]
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.load = state.load.started(at: context.now)
        return [
            .load("store", policy: .skipping) {
                .storeLoaded(
                    await Result(asking: { () async throws(OperationError) in
                        let summary = try await operations.stores.get(store)
                        let matched = Set(summary.featureSets)
                        let sets = try await operations.featureSets.list(nil)
                        let jobs = try await operations.jobs.list(JobQuery(store: store))
                        return Answer(
                            summary: summary,
                            sets: sets.map(FeatureSetRow.init).filter { matched.contains($0.id) },
                            jobs: jobs.map(JobRow.init))
                    }))
            }
        ]
    }

    private func check(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.check.loadStarted(context)
        return [
            .load("check", policy: .skipping) {
                .checked(
                    await Result(asking: { () async throws(OperationError) in
                        try await operations.stores.check(store)
                    }))
            }
        ]
    }

    private func took(
        _ result: Result<Answer, Problem>, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        switch result {
        case .success(let answer):
            state.summary = answer.summary
            state.load = .fresh(at: context.now)
            state.subscriptions.loaded(SubscriptionRow.rows(of: answer.summary), Self.subscriptionList, context)
            state.sets.loaded(answer.sets, Self.setList, context)
            state.jobs.loaded(answer.jobs, Self.jobList, context)
            state.settings.loaded(answer.summary.settings.map(SettingRow.init), Self.settingList, context)
            state.facts.loaded(answer.summary.facts.map(FactRow.init), Self.factList, context)
            return []
        case .failure(let problem):
            state.load = state.load.failed(problem, at: context.now)
            return [.notify(problem)]
        }
    }

    private func took(
        _ result: Result<StoreCheck, Problem>, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        switch result {
        case .success(let check):
            state.check.loaded(check.steps.map(CheckStepRow.init), Self.checkList, context)
            if let error = check.error { return [.notify(Problem(error))] }
            return [.notify(.done, "\(store) is well: every step of the check passed")]
        case .failure(let problem):
            state.check.loadFailed(problem, context)
            return [.notify(problem)]
        }
    }
}
