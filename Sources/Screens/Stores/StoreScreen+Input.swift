import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension StoreScreen {
    /// The keys of a store's view.
    static let keys = Keymap(
        [
            KeyBinding(.paneNext, [.tab], label: "next pane", hint: 5),
            KeyBinding(
                .open, [.enter], label: "open", meaning: "open what the row names: feature sets, a job", hint: 10),
            KeyBinding(
                .dead, [.character("u")], label: "dead letters", meaning: "rows that were meant for it", hint: 30),
            KeyBinding(.logs, [.character("l")], label: "logs", meaning: "the log of the job under the cursor"),
        ] + StoresScreen.orders)

    /// The keys of a store's view.
    var keymap: Keymap { Self.keys }

    /// What an input means: to the pane with the focus, or to the store.
    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.paneNext): return .send(.paneChosen(moved(state.focus, 1)))
        case .action(.panePrevious): return .send(.paneChosen(moved(state.focus, -1)))
        case .action(.open): return open(state)
        case .action(.storeCheck): return .send(.checkAsked)
        case .action(.raw): return .send(.rawAsked)
        case .action(.dead): return .send(.opened(Route("dead", ["store", store.rawValue])))
        case .action(.logs):
            guard state.focus == .jobs, let job = state.jobs.cursorRow else {
                return .unavailable("stores keep no log; the logs are those of the jobs, in the pane Jobs")
            }
            return .send(.opened(Route("job", [job.id.rawValue, "log"])))
        case .action(.delete): return delete(state)
        case .clicked(let position), .doubleClicked(let position): return click(at: position, input, state, in: body)
        default: return toPane(state.focus, input, state, in: layout(state, in: body).panes[state.focus.rawValue].body)
        }
    }

    /// What the keys go to.
    func focus(_ state: State) -> ScreenFocus {
        switch state.focus {
        case .subscriptions: .list(state.subscriptions.surface(Self.subscriptionList))
        case .sets: .list(state.sets.surface(Self.setList))
        case .jobs: .list(state.jobs.surface(Self.jobList))
        case .settings: .list(state.settings.surface(Self.settingList))
        case .facts: .list(state.facts.surface(Self.factList))
        case .check: .list(state.check.surface(Self.checkList))
        }
    }

    private func moved(_ pane: Pane, _ count: Int) -> Pane {
        let all = Pane.allCases
        return all[(pane.rawValue + count + all.count) % all.count]
    }

    private func open(_ state: State) -> Response<Message> {
        switch state.focus {
        case .subscriptions:
            guard let row = state.subscriptions.cursorRow else { return .unavailable("it subscribes to nothing") }
            return .send(.opened(Route("sets", ["matching", row.subscription.project, row.subscription.name])))
        case .sets:
            guard let row = state.sets.cursorRow else { return .unavailable("no feature set goes into it") }
            return .send(.opened(Route("set", [row.id.description])))
        case .jobs:
            guard let row = state.jobs.cursorRow else { return .unavailable("no job feeds it") }
            return .send(.opened(Route("job", [row.id.rawValue])))
        case .settings: return .unavailable("settings are changed in larder.yaml, or with larder stores apply")
        case .facts: return .unavailable("the store tells these itself; a check asks it anew")
        case .check: return .send(.checkAsked)
        }
    }

    private func delete(_ state: State) -> Response<Message> {
        guard let summary = state.summary else { return .unavailable("the store was not read yet") }
        if let refusal = StoreDeletion.refusal([StoreRow(summary: summary)]) { return .unavailable(refusal) }
        return .send(.deletion(.asked([store])))
    }

    private func toPane(_ pane: Pane, _ input: ScreenInput, _ state: State, in rect: Rect) -> Response<Message> {
        switch pane {
        case .subscriptions:
            state.subscriptions.respond(to: input, Self.subscriptionList, in: rect).map(Message.subscriptions)
        case .sets: state.sets.respond(to: input, Self.setList, in: rect).map(Message.sets)
        case .jobs: state.jobs.respond(to: input, Self.jobList, in: rect).map(Message.jobs)
        case .settings: state.settings.respond(to: input, Self.settingList, in: rect).map(Message.settings)
        case .facts: state.facts.respond(to: input, Self.factList, in: rect).map(Message.facts)
        case .check: state.check.respond(to: input, Self.checkList, in: rect).map(Message.check)
        }
    }

    /// A click gives a pane the focus; in the pane that has it, it goes on.
    private func click(
        at position: Position, _ input: ScreenInput, _ state: State, in body: Rect
    ) -> Response<Message> {
        let places = layout(state, in: body).panes
        let clicked = Pane.allCases.first { pane in
            let place = places[pane.rawValue]
            return place.rule?.contains(position) == true || place.body.contains(position)
        }
        guard let clicked else { return .ignored }
        guard clicked == state.focus else { return .send(.paneChosen(clicked)) }
        return toPane(clicked, input, state, in: places[clicked.rawValue].body)
    }
}
