import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension JobScreen {
    /// What an input means: to the pane with the focus, or to the job.
    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.refresh): return .send(.refreshAsked)
        case .action(.paneNext): return .send(.paneChosen(state.focus.moved(1)))
        case .action(.panePrevious): return .send(.paneChosen(state.focus.moved(-1)))
        case .action(.metrics): return .send(.paneChosen(.metrics))
        case .action(.logs): return .send(.paneChosen(.log))
        case .action(.history): return .send(.paneChosen(.history))
        case .action(.describe): return .send(.paneChosen(.sets))
        case .action(.logLevel): return .send(.logLevelStepped)
        case .action(.follow): return .send(.log(.followToggled))
        case .action(.dead): return .send(.deadLettersAsked)
        case .action(.jobStop): return order(.stop, state)
        case .action(.jobRestart): return order(.restart, state)
        case .action(.jobSuspend): return order(.pausing([state.summary].compactMap(\.self)), state)
        case .action(.open) where state.focus == .sets:
            return state.sets.cursorRow == nil ? .unavailable("no feature set is listed") : .send(.setOpened)
        case .action(.open): return .unavailable("there is nothing to open here")
        case .clicked(let position), .doubleClicked(let position): return click(at: position, input, state, in: body)
        default: return toPane(state.focus, input, state, in: layout(state, in: body).panes[state.focus.rawValue].body)
        }
    }

    /// What the keys go to.
    func focus(_ state: State) -> ScreenFocus {
        switch state.focus {
        case .sets: .list(state.sets.surface(Self.setList))
        case .metrics: .list(state.partitions.surface(Self.partitionList))
        case .log: .text(search: state.log.text.search)
        case .history: .list(state.history.surface(Self.historyList))
        }
    }

    private func toPane(_ pane: Pane, _ input: ScreenInput, _ state: State, in rect: Rect) -> Response<Message> {
        switch pane {
        case .sets: state.sets.respond(to: input, Self.setList, in: rect).map(Message.sets)
        case .metrics: state.partitions.respond(to: input, Self.partitionList, in: rect).map(Message.partitions)
        case .log: state.log.text.respond(to: input).map(Message.log)
        case .history: state.history.respond(to: input, Self.historyList, in: rect).map(Message.history)
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

    private func order(_ order: JobOrder, _ state: State) -> Response<Message> {
        guard let summary = state.summary else { return .unavailable("the job was not read yet") }
        if let refusal = JobOrdering(jobs: jobs).refusal(order, [summary]) { return .unavailable(refusal) }
        return .send(.order(.asked(order, [id])))
    }
}

extension JobScreen.Pane {
    /// The pane so many places further, round and round.
    func moved(_ count: Int) -> JobScreen.Pane {
        let all = JobScreen.Pane.allCases
        return all[(rawValue + count + all.count) % all.count]
    }
}
