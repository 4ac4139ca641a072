import TextCanvas
import Themes

/// A picture of the console, in the forms that it can be kept in.
struct ShotPicture {
    /// The name, without an ending.
    let name: String
    /// What it shows, for people who see it.
    let caption: String
    /// What it shows, for people who do not.
    let alt: String
    /// The cells.
    let canvas: Canvas
    let theme: Theme
    let depth: ColorDepth

    /// The characters.
    var text: String { canvas.textSnapshot }

    /// The picture for documents.
    var svg: String { picture.svg(title: alt.isEmpty ? caption : alt) }

    /// The text with colours, to show with `cat`.
    var ansi: String { picture.ansi() }

    private var picture: CanvasPicture {
        CanvasPicture(canvas, palette: theme.appearance == .dark ? .dark : .light) {
            theme.style($0, surface: $1, depth: depth)
        }
    }
}
