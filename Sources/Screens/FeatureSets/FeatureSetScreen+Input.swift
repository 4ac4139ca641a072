import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension FeatureSetScreen {
    /// The keys of a feature set's view.
    static let keys = Keymap(
        [
            KeyBinding(.paneNext, [.tab], label: "next pane", hint: 5),
            KeyBinding(
                .open, [.enter], label: "open", meaning: "open what the row names: a feature's card, a store, a job",
                hint: 10),
            KeyBinding(.describe, [.character("d")], label: "schema", meaning: "the schema's pane"),
            KeyBinding(.logs, [.character("l")], label: "logs", meaning: "the log of the job under the cursor"),
        ] + FeatureSetsScreen.orders)

    /// The keys of a feature set's view.
    var keymap: Keymap { Self.keys }

    /// What an input means: to the pane with the focus, or to the feature set.
    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.paneNext): return .send(.paneChosen(moved(state.focus, 1)))
        case .action(.panePrevious): return .send(.paneChosen(moved(state.focus, -1)))
        case .action(.open): return open(state)
        case .action(.describe): return .send(.paneChosen(.schema))
        case .action(.raw): return .send(.rawAsked)
        case .action(.dead): return .send(.opened(Route("dead", ["set", reference.description])))
        case .action(.inspect): return inspect(state)
        case .action(.wiring):
            return state.problems.rows.isEmpty
                ? .unavailable("nothing is wrong with \(reference)") : .send(.paneChosen(.problems))
        case .action(.logs):
            guard state.focus == .jobs, let job = state.jobs.cursorRow else {
                return .unavailable("the logs are those of the jobs, in the pane Jobs")
            }
            return .send(.opened(Route("job", [job.id.rawValue, "log"])))
        case .clicked(let position), .doubleClicked(let position): return click(at: position, input, state, in: body)
        default: return toPane(state.focus, input, state, in: layout(state, in: body).panes[state.focus.rawValue].body)
        }
    }

    /// What the keys go to.
    func focus(_ state: State) -> ScreenFocus {
        switch state.focus {
        case .schema: .list(state.schema.surface(Self.schemaList))
        case .stores: .list(state.stores.surface(Self.storeList))
        case .jobs: .list(state.jobs.surface(Self.jobList))
        case .problems: .list(state.problems.surface(Self.problemList))
        }
    }

    private func moved(_ pane: Pane, _ count: Int) -> Pane {
        let all = Pane.allCases
        return all[(pane.rawValue + count + all.count) % all.count]
    }

    private func open(_ state: State) -> Response<Message> {
        switch state.focus {
        case .schema:
            return state.schema.cursorRow.map { .send(.cardAsked($0)) } ?? .unavailable("the schema was not read yet")
        case .stores:
            guard let row = state.stores.cursorRow else { return .unavailable("no store subscribes to it") }
            return .send(.opened(Route("store", [row.id.rawValue])))
        case .jobs:
            guard let row = state.jobs.cursorRow else { return .unavailable("no job feeds it") }
            return .send(.opened(Route("job", [row.id.rawValue])))
        case .problems:
            let trouble = state.jobs.rows.first { state.problems.cursorRow?.text.contains($0.id.rawValue) == true }
            guard let trouble else { return .unavailable("there is nothing more to see of it") }
            return .send(.opened(Route("job", [trouble.id.rawValue])))
        }
    }

    private func inspect(_ state: State) -> Response<Message> {
        guard let summary = state.summary else { return .unavailable("the feature set was not read yet") }
        guard !summary.stores.isEmpty else {
            return .unavailable("no store subscribes to \(reference): there is nothing to look at")
        }
        return .send(.opened(Self.inspector(of: summary.record.definition)))
    }

    private func toPane(_ pane: Pane, _ input: ScreenInput, _ state: State, in rect: Rect) -> Response<Message> {
        switch pane {
        case .schema: state.schema.respond(to: input, Self.schemaList, in: rect).map(Message.schema)
        case .stores: state.stores.respond(to: input, Self.storeList, in: rect).map(Message.stores)
        case .jobs: state.jobs.respond(to: input, Self.jobList, in: rect).map(Message.jobs)
        case .problems: state.problems.respond(to: input, Self.problemList, in: rect).map(Message.problems)
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
