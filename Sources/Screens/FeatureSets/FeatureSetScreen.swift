import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// One feature set: overview, schema, the stores that subscribe to it, the jobs that feed them, what is not in order.
struct FeatureSetScreen: Screen {
    /// A pane that can have the focus.
    enum Pane: Int, Sendable, Hashable, CaseIterable {
        case schema, stores, jobs, problems
    }

    struct State: Equatable, Sendable {
        /// The feature set; nil until it came.
        var summary: FeatureSetSummary?
        var load = LoadState.never
        var focus: Pane
        var schema = ListState<SchemaRow>()
        var stores = ListState<FeatureSetStoreRow>()
        var jobs = ListState<JobRow>()
        var problems = ListState<ProblemRow>()
        var body = Size(columns: 80, rows: 18)
        var tier = SizeTier.medium
    }

    /// Everything that one question for the feature set brings.
    struct Answer: Sendable {
        let summary: FeatureSetSummary
        let stores: [FeatureSetStoreRow]
        let jobs: [JobRow]
    }

    enum Message: Sendable {
        case refreshAsked
        case setLoaded(Result<Answer, Problem>)
        case paneChosen(Pane)
        case schema(ListMessage)
        case stores(ListMessage)
        case jobs(ListMessage)
        case problems(ListMessage)
        case opened(Route)
        case cardAsked(SchemaRow)
        case rawAsked
    }

    let reference: FeatureSetReference
    let operations: Operations
    let refreshing: Refreshing
    var opening = FeatureSetPart.schema
    let view: ViewID = "set"
    var name: String { "Feature set \(reference)" }
    var crumb: String { reference.description }

    /// The line of the catalogue.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry(
            "set", summary: "one feature set", usage: "PROJECT/NAME [schema|stores|jobs|problems]", keymap: keys
        ) { route throws(Problem) in
            let project = operations.workspace.defaultProject
            guard let word = route.arguments.first, route.arguments.count <= 2,
                let reference = FeatureSetReference(word, defaultProject: project)
            else { throw Problem(":set takes a feature set, project/name", hint: ":sets lists them") }
            guard let part = FeatureSetPart(rawValue: route.arguments.dropFirst().first ?? "schema") else {
                throw Problem(":set \(word) takes nothing more, or schema, stores, jobs or problems")
            }
            return FeatureSetScreen(
                reference: reference, operations: operations, refreshing: refreshing, opening: part)
        }
    }

    /// The YAML document in a view of its own.
    static func document(of reference: FeatureSetReference, _ featureSets: FeatureSetOperations) -> DocumentScreen {
        DocumentScreen(
            name: "Feature set \(reference), YAML", crumb: "yaml",
            command: ShellCommand("feature-sets", "get").adding([reference.description]).text + " -o yaml"
        ) {
            await Result(asking: { () async throws(OperationError) in try await featureSets.document(reference) })
        }
    }

    /// The online inspector, filled in with all features of the set.
    static func inspector(of definition: FeatureSet) -> Route {
        Route("get", definition.entities.map { "\($0.name)=" } + ["\(definition.reference):*"])
    }

    var initialState: State {
        switch opening {
        case .schema: State(focus: .schema)
        case .stores: State(focus: .stores)
        case .jobs: State(focus: .jobs)
        case .problems: State(focus: .problems)
        }
    }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        load(&state, context) + [
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
        case .setLoaded(let result): return took(result, &state, context)
        case .paneChosen(let pane): state.focus = pane
        case .schema(let change): state.schema.apply(change, Self.schemaList, context)
        case .stores(let change): state.stores.apply(change, Self.storeList, context)
        case .jobs(let change): state.jobs.apply(change, Self.jobList, context)
        case .problems(let change): state.problems.apply(change, Self.problemList, context)
        case .opened(let route): return [.push(route)]
        case .cardAsked(let row):
            let text = row.card
            return [
                .push(
                    DocumentScreen(name: "\(row.kind.rawValue) \(reference):\(row.id)", crumb: row.id) {
                        .success(text)
                    })
            ]
        case .rawAsked: return [.push(Self.document(of: reference, operations.featureSets))]
        }
        return []
    }

    func title(_ state: State, _ context: RenderContext) -> ScreenTitle {
        let status = state.summary.map(FeatureSetRow.init).map { [TextRun($0.status, $0.role)] } ?? []
        return ScreenTitle(name, detail: status, load: state.load)
    }

    func copies(_ state: State) -> [CopyChoice] {
        var choices = [CopyChoice("name", reference.description)]
        if state.focus == .schema, let row = state.schema.cursorRow, row.kind == .feature {
            choices.append(CopyChoice("feature", "\(reference):\(row.id)"))
        }
        if let summary = state.summary {
            choices.append(CopyChoice("set as JSON", FeatureSetDocument.json(summary).line))
        }
        return choices + [
            CopyChoice("as command", ShellCommand("feature-sets", "get").adding([reference.description]).text)
        ]
    }

    private func load(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        state.load = state.load.started(at: context.now)
        return [
            .load("set", policy: .skipping) {
                .setLoaded(
                    await Result(asking: { () async throws(OperationError) in
                        let summary = try await operations.featureSets.get(reference)
                        let jobs = try await operations.jobs.list(JobQuery(featureSet: reference)).map(JobRow.init)
                        let subscribers = Set(summary.stores)
                        let stores = try await operations.stores.list().filter { subscribers.contains($0.name) }
                        return Answer(
                            summary: summary,
                            stores: stores.map { store in
                                FeatureSetStoreRow(
                                    summary: store, job: jobs.first { $0.summary.job.store == store.name })
                            }, jobs: jobs)
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
            state.schema.loaded(SchemaRow.rows(of: answer.summary.record), Self.schemaList, context)
            state.stores.loaded(answer.stores, Self.storeList, context)
            state.jobs.loaded(answer.jobs, Self.jobList, context)
            let problems = answer.summary.problems.enumerated().map { ProblemRow(id: $0, text: $1) }
            state.problems.loaded(problems, Self.problemList, context)
            return []
        case .failure(let problem):
            state.load = state.load.failed(problem, at: context.now)
            return [.notify(problem)]
        }
    }
}
