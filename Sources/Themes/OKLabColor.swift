import Glibc

/// A colour in OKLab (Björn Ottosson, 2020), where equal distances look about equally different.
struct OKLabColor: Sendable, Hashable {
    var lightness: Double
    var greenRed: Double
    var blueYellow: Double

    /// Converts from sRGB.
    init(_ color: RGBColor) {
        let light = color.linear
        self.init(red: light.red, green: light.green, blue: light.blue)
    }

    /// Converts from amounts of light, 0…1 each.
    init(red: Double, green: Double, blue: Double) {
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    /// How different two colours look: 0 the same, about 0.02 just noticeable, 1 black and white.
    func distance(to other: OKLabColor) -> Double {
        let first = lightness - other.lightness
        let second = greenRed - other.greenRed
        let third = blueYellow - other.blueYellow
        return (first * first + second * second + third * third).squareRoot()
    }
}
