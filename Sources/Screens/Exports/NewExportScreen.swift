import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The way to a new export in five steps: rows, features, time, output, review.
struct NewExportScreen: Screen {
    struct State: Equatable, Sendable {
        var step: ExportStep
        var forms: ExportForms
        var file = EntityFile.none
        var sets: [FeatureSetSummary] = []
        var choices = ListState<FeatureChoiceRow>()
        /// The chosen features, in the order they were chosen.
        var features: [FeatureReference]
        var preview = PreviewState.none
        /// True while the start is being asked for.
        var isStarting = false
        var body = Size(columns: 80, rows: 18)
        var tier = SizeTier.medium

        /// Fills in a draft.
        init(_ draft: ExportDraft) {
            step = draft.step
            forms = ExportForms(draft)
            features = draft.features
        }

        /// What is kept when the view is left.
        var draft: ExportDraft {
            var draft = ExportDraft()
            draft.step = step
            draft.features = features
            forms.fill(&draft)
            return draft
        }
    }

    enum Message: Sendable {
        case originLoaded(Result<Export, Problem>)
        case setsLoaded(Result<[FeatureSetSummary], Problem>)
        case storesLoaded([StoreName])
        case form(FormMessage)
        case choices(ListMessage)
        case nextAsked
        case backAsked
        case fileInspected(String, Result<EntityFileSummary, Problem>)
        case previewAsked
        case previewed(Result<ExportPreview, Problem>)
        case startAsked
        case startConfirmed(overwrites: Bool)
        case started(Result<Export, OperationError>)
    }

    let exports: ExportOperations
    let featureSets: FeatureSetOperations
    let stores: StoreOperations
    let refreshing: Refreshing
    let drafts: ExportDrafts
    /// What relative paths are relative to.
    let directory: String
    /// The export that the draft is made from; nil for an empty one.
    var origin: ExportID?
    let view: ViewID = "export"
    var name: String { origin.map { "New export from \($0)" } ?? "New export" }
    let crumb = "new"

    var initialState: State { State(drafts.draft(from: origin) ?? ExportDraft()) }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        var effects: [Effect<Message>] = [
            .load("sets") {
                .setsLoaded(
                    await Result(asking: { () async throws(OperationError) in try await featureSets.list(nil) }))
            },
            .load("stores") { .storesLoaded(await historicalStores()) },
        ]
        if let origin, drafts.draft(from: origin) == nil {
            effects.append(
                .load("origin") {
                    .originLoaded(
                        await Result(asking: { () async throws(OperationError) in try await exports.get(origin) }))
                })
        }
        return effects + inspectAgain(&state)
    }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        let before = state.draft
        var effects = apply(message, to: &state, context)
        layOut(&state)
        let draft = state.draft
        if draft != before, !state.isStarting {
            effects.append(.run("draft") { _ in drafts.keep(draft, from: origin) })
        }
        return effects
    }

    private func apply(_ message: Message, to state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .originLoaded(.success(let export)): return begin(from: export, &state, context)
        case .setsLoaded(.success(let sets)):
            state.sets = sets
            offerFeatures(&state, context)
        case .originLoaded(.failure(let problem)), .setsLoaded(.failure(let problem)): return [.notify(problem)]
        case .storesLoaded(let names): state.forms.setStores(names, picked: state.forms.store)
        case .form(let change): state.forms.apply(change, to: state.step)
        case .choices(let change): choose(change, &state, context)
        case .nextAsked: return goOn(&state)
        case .backAsked: state.step = state.step.previous ?? state.step
        case .fileInspected(let path, let result): return inspected(path, result, &state, context)
        case .previewAsked: return preview(&state)
        case .previewed(.success(let preview)): state.preview = .shown(preview)
        case .previewed(.failure(let problem)): state.preview = .failed(problem)
        case .startAsked: return [.confirm(question, then: .startConfirmed(overwrites: false))]
        case .startConfirmed(let overwrites): return begin(overwrites: overwrites, &state)
        case .started(let result): return started(result, &state)
        }
        return []
    }

    /// Stores that can answer historical questions, as far as their cards say.
    private func historicalStores() async -> [StoreName] {
        let all = (try? await stores.list()) ?? []
        return all.filter { $0.capabilities.contains { $0.hasPrefix("historical") } }.map(\.name)
    }

    private func begin(from export: Export, _ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        let (sets, body, tier) = (state.sets, state.body, state.tier)
        state = State(ExportDraft(export.request))
        (state.sets, state.body, state.tier) = (sets, body, tier)
        offerFeatures(&state, context)
        return inspectAgain(&state)
    }

    private func inspectAgain(_ state: inout State) -> [Effect<Message>] {
        let draft = state.draft
        return draft.rowsPath.isEmpty ? [] : inspect(draft, goesOn: false, &state)
    }

    /// Looks at the file of entity rows.
    func inspect(_ draft: ExportDraft, goesOn: Bool, _ state: inout State) -> [Effect<Message>] {
        let path = absolute(draft.rowsPath)
        state.file = .reading(path, goesOn: goesOn)
        return [
            .load("inspect") {
                .fileInspected(
                    path,
                    await Result(asking: { () async throws(OperationError) in
                        try await exports.inspect(path, draft.rowsFormat)
                    }))
            }
        ]
    }

    private func inspected(
        _ path: String, _ result: Result<EntityFileSummary, Problem>, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        guard case .reading(path, let goesOn) = state.file else { return [] }
        switch result {
        case .failure(let problem):
            state.file = .failed(path, problem)
            if goesOn { state.forms.setProblem("cannot be read", of: .rowsPath) }
            return goesOn ? [.notify(problem)] : []
        case .success(let summary):
            state.file = .known(path, summary)
            let picked = state.draft.timeColumn
            state.forms.setColumns(summary.columns, suggested: summary.timestampColumn, picked: picked)
            offerFeatures(&state, context)
            if goesOn { state.step = .features }
            return []
        }
    }

    /// Joins the first rows for real.
    func preview(_ state: inout State) -> [Effect<Message>] {
        guard let request = request(&state, overwrites: false, forPreview: true) else { return [] }
        state.preview = .asking
        return [
            .load("preview") {
                .previewed(
                    await Result(asking: { () async throws(OperationError) in try await exports.preview(request, 8) }))
            }
        ]
    }

    private func begin(overwrites: Bool, _ state: inout State) -> [Effect<Message>] {
        guard let request = request(&state, overwrites: overwrites) else { return [] }
        state.isStarting = true
        return [
            .run("start") { send in
                do throws(OperationError) {
                    await send(.started(.success(try await exports.start(request))))
                } catch {
                    await send(.started(.failure(error)))
                }
            }
        ]
    }

    private func started(_ result: Result<Export, OperationError>, _ state: inout State) -> [Effect<Message>] {
        state.isStarting = false
        switch result {
        case .success(let export):
            drafts.forget(from: origin)
            return [
                .notify(.done, "export \(export.id) started; it goes on when larder is left"),
                .replace(with: ExportScreen(id: export.id, exports: exports, refreshing: refreshing)),
            ]
        case .failure(let error) where error.code == .refused && error.target == absolute(state.draft.outputPath):
            return [.confirm(overwriting(error, state), then: .startConfirmed(overwrites: true))]
        case .failure(let error): return [.notify(Problem(error))]
        }
    }

    private var question: ChangeConfirmation {
        ChangeConfirmation(.line, title: "Start this export?", button: "Start")
    }

    private func overwriting(_ error: OperationError, _ state: State) -> ChangeConfirmation {
        ChangeConfirmation(
            .dialog, title: "Replace the output", targets: [[TextRun(error.message, .warn)]],
            consequence: "The file stays as it is until the new one is whole; then it is gone.",
            command: state.draft.command(absolute: absolute, overwrites: true), button: "Replace")
    }
}
