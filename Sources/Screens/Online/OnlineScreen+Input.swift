import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension OnlineScreen {
    /// What an input means: to the form, the values, or the card.
    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch state.focus {
        case .form: respondInForm(to: input, state, in: body)
        case .values: respondInValues(to: input, state, in: body)
        case .why: respondInCard(to: input, state)
        }
    }

    /// What the keys go to.
    func focus(_ state: State) -> ScreenFocus {
        switch state.focus {
        case .form: .typing
        case .values: .list(state.list.surface(Self.list))
        case .why: .list(ListSurface(filter: "", filterProblem: nil, sortChoices: [], sort: nil))
        }
    }

    private func respondInForm(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.open), .action(.refresh): return .send(.asked)
        case .escaped: return state.answer == nil ? .ignored : .send(.editLeft)
        case .clicked(let position):
            let place = layout(state, in: body).form
            guard place.contains(position) else {
                return state.answer == nil ? .ignored : .send(.editLeft)
            }
            let top = state.form.fields.fields().top(height: place.height)
            return .send(.form(.fieldClicked(top + position.row - place.row)))
        default: return FormMessage(input).map { .send(.form($0)) } ?? .ignored
        }
    }

    private func respondInValues(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        switch input {
        case .action(.open): return .send(.editStarted(nil))
        case .action(.paneNext), .action(.panePrevious): return .send(.editStarted(.features))
        case .action(.refresh): return .send(.asked)
        case .action(.wiring):
            return state.list.cursorRow == nil ? .unavailable("there is no value to explain") : .send(.whyAsked)
        case .escaped where state.why != .closed: return .send(.whyLeft(closing: true))
        default:
            return state.list.respond(to: input, Self.list, in: layout(state, in: body).values).map(Message.list)
        }
    }

    private func respondInCard(to input: ScreenInput, _ state: State) -> Response<Message> {
        switch input {
        case .action(.open):
            return state.why.step?.target == nil ? .unavailable("nothing opens from this line") : .send(.stepOpened)
        case .action(.wiring), .action(.paneNext), .action(.panePrevious): return .send(.whyLeft(closing: false))
        case .action(.refresh): return .send(.whyAsked)
        case .escaped: return .send(.whyLeft(closing: true))
        case .scrolled(let rows): return .send(.stepMoved(.rows(rows)))
        case .action(let action):
            guard case .cursorMoved(let step)? = ListMessage(action) else { return .ignored }
            return .send(.stepMoved(step))
        default: return .ignored
        }
    }
}
