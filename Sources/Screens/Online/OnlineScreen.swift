import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The online inspector: values with age, state and what a client gets, and why they are what they are.
struct OnlineScreen: Screen {
    /// What the keys go to.
    enum Focus: Sendable, Hashable {
        case form, values, why
    }

    struct State: Equatable, Sendable {
        var form: OnlineForm
        var focus = Focus.form
        var list = ListState<OnlineRow>()
        /// The question that the values answer.
        var asked: OnlineQuery?
        var answer: OnlineAnswer?
        var why = WhyCard.closed
        /// True until the first answer when the view was opened to explain.
        var explainsFirst: Bool
        var body = Size(columns: 80, rows: 18)
        var tier = SizeTier.medium
    }

    enum Message: Sendable {
        case setsLoaded(Result<[FeatureSetSummary], Problem>)
        case storesLoaded([StoreName])
        case form(FormMessage)
        case asked
        case editStarted(OnlineField?)
        case editLeft
        case answered(OnlineQuery, Result<OnlineAnswer, Problem>)
        case list(ListMessage)
        case whyAsked
        case whyAnswered(FeatureReference, Result<WhyAnswer, Problem>)
        case whyLeft(closing: Bool)
        case stepMoved(ListMessage.Step)
        case stepOpened
    }

    let online: OnlineOperations
    let featureSets: FeatureSetOperations
    let defaultProject: ProjectName
    /// What `now` means in this workspace; nil for the clock.
    let asOf: Timestamp?
    var question = OnlineQuestion()
    let view: ViewID = "online"
    let name = "Online inspector"

    var initialState: State {
        State(
            form: OnlineForm(question, defaultProject: defaultProject), list: ListState(),
            explainsFirst: question.wantsWhy)
    }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        [
            .load("sets") {
                .setsLoaded(
                    await Result(asking: { () async throws(OperationError) in try await featureSets.list(nil) }))
            }
        ]
    }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        let effects = apply(message, to: &state, context)
        layOut(&state)
        return effects
    }

    private func apply(_ message: Message, to state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .setsLoaded(let result): return tookSets(result, &state, context)
        case .storesLoaded(let names): state.form.storesLoaded(names)
        case .form(let change): return changed(change, &state)
        case .asked: return ask(&state, context)
        case .editStarted(let field): startEditing(field, &state)
        case .editLeft: state.focus = .values
        case .answered(let query, let result): return answered(query, result, &state, context)
        case .list(let change):
            state.list.apply(change, Self.list, context)
            return state.why == .closed ? [] : explain(&state)
        case .whyAsked:
            state.focus = .why
            return explain(&state)
        case .whyAnswered(let feature, .success(let answer)):
            if state.why.feature == feature { state.why = .shown(answer, cursor: Self.firstFailure(answer)) }
        case .whyAnswered(let feature, .failure(let problem)):
            if state.why.feature == feature { state.why = .failed(feature, problem) }
        case .whyLeft(let isClosing):
            state.focus = .values
            if isClosing {
                state.why = .closed
                return [.cancel("why")]
            }
        case .stepMoved(let step): state.why.move(step)
        case .stepOpened: return state.why.step?.target.map { [.push($0.route)] } ?? []
        }
        return []
    }

    private func tookSets(
        _ result: Result<[FeatureSetSummary], Problem>, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        switch result {
        case .success(let sets):
            state.form.setsLoaded(sets)
            if state.asked == nil { state.form.focusKey() }
            let isComplete = !question.entities.isEmpty && state.form.key.allSatisfy { !$0.text.isEmpty }
            return loadStores(state) + (isComplete ? ask(&state, context) : [])
        case .failure(let problem): return [.notify(problem)]
        }
    }

    private func changed(_ change: FormMessage, _ state: inout State) -> [Effect<Message>] {
        let before = state.form.chosenSet
        state.form.apply(change)
        return state.form.chosenSet == before ? [] : loadStores(state)
    }

    private func loadStores(_ state: State) -> [Effect<Message>] {
        guard let set = state.form.chosenSet else { return [] }
        return [.load("stores") { .storesLoaded((try? await online.stores(set)) ?? []) }]
    }

    private func startEditing(_ field: OnlineField?, _ state: inout State) {
        state.focus = .form
        if let field { state.form.setFocus(field) } else { state.form.focusKey() }
    }

    private func ask(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] {
        guard let query = state.form.query() else {
            state.focus = .form
            return []
        }
        state.list.loadStarted(context)
        return [
            .load("answer") {
                .answered(
                    query, await Result(asking: { () async throws(OperationError) in try await online.get(query) }))
            }
        ]
    }

    private func answered(
        _ query: OnlineQuery, _ result: Result<OnlineAnswer, Problem>, _ state: inout State, _ context: UpdateContext
    ) -> [Effect<Message>] {
        switch result {
        case .failure(let problem):
            state.list.loadFailed(problem, context)
            return [.notify(problem)]
        case .success(let answer):
            state.asked = query
            state.answer = answer
            state.focus = state.explainsFirst ? .why : .values
            let rows = answer.values.enumerated().map { OnlineRow(id: $0.offset, value: $0.element) }
            state.list.loaded(rows, Self.list, context)
            guard state.explainsFirst || state.why != .closed else { return [] }
            state.explainsFirst = false
            return explain(&state)
        }
    }

    private func explain(_ state: inout State) -> [Effect<Message>] {
        guard let row = state.list.cursorRow, let asked = state.asked else { return [] }
        let feature = row.value.feature
        if state.why.feature != feature { state.why = .asking(feature) }
        let query = OnlineQuery(keys: asked.keys, features: [feature], store: asked.store, at: asked.at)
        return [
            .load("why") {
                .whyAnswered(
                    feature, await Result(asking: { () async throws(OperationError) in try await online.why(query) }))
            }
        ]
    }

    private static func firstFailure(_ answer: WhyAnswer) -> Int {
        answer.steps.firstIndex { $0.verdict == .fail } ?? 0
    }
}
