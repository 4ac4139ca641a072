import FeatureModel
import TextCanvas

/// One line of a script.
enum ShotStep: Hashable {
    /// Letters are typed.
    case type(String)
    /// Keys are pressed, one after the other.
    case press([Key])
    /// A click.
    case click(Position)
    /// Waits until nothing is running: exactly, without sleeping.
    case waitUntilIdle
    /// The window changes.
    case resize(Size)
    /// The clock moves.
    case advance(Duration)
    /// The screen must show a text.
    case expect(String)
    /// The screen must not show a text.
    case expectAbsent(String)
    /// A store does not answer any more, or answers again; the service itself where no store is named.
    case network(isUp: Bool, StoreName?)
    /// Answers are held back, or let go.
    case hold(Bool)
    /// A picture is taken.
    case shoot(name: String, caption: String)
}
