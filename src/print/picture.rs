//! The logo: read from a file, reduced to what paper shows, and laid on its ground.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use sha2::{Digest, Sha256};

use super::page::Ink;
use crate::domain::logo::{LogoFault, check_sides};

/// 600 dots an inch at the largest that a band shows it: 40 × 11 mm.
const MOST_WIDE: u32 = 945;
const MOST_HIGH: u32 = 260;
/// The memory that reading a picture may take.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// A logo as the register holds it: with its transparency, no larger than paper needs.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    image: RgbaImage,
    seal: String,
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo({} {}x{})", self.seal, self.width(), self.height())
    }
}

impl Logo {
    /// Reads a file of PNG or JPEG, turned as its camera says, and reduces it.
    ///
    /// # Errors
    /// Why it is no logo.
    pub fn read(file: &[u8]) -> Result<Self, LogoFault> {
        let format = match image::guess_format(file) {
            Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => format,
            _ => return Err(LogoFault::OtherKind),
        };
        let damaged = |_| LogoFault::Damaged;
        let mut reader = ImageReader::with_format(Cursor::new(file), format);
        let mut limits = Limits::default();
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(damaged)?;
        let (width, height) = decoder.dimensions();
        // Before it is unpacked: a small file may hold a huge picture.
        check_sides(width, height)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
        picture.apply_orientation(orientation);
        if picture.width() > MOST_WIDE || picture.height() > MOST_HIGH {
            picture = picture.resize(MOST_WIDE, MOST_HIGH, FilterType::Lanczos3);
        }
        Ok(Self::new(picture.into_rgba8()))
    }

    /// Reads what [`Logo::stored`] wrote.
    pub fn from_stored(png: &[u8]) -> Option<Self> {
        let picture = image::load_from_memory_with_format(png, ImageFormat::Png).ok()?;
        Some(Self::new(picture.into_rgba8()))
    }

    fn new(image: RgbaImage) -> Self {
        let mut hash = Sha256::new();
        hash.update(image.width().to_be_bytes());
        hash.update(image.height().to_be_bytes());
        hash.update(image.as_raw());
        let seal = hash
            .finalize()
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Self { image, seal }
    }

    /// As the register keeps it: a PNG without anything that the file said besides, as where it was taken.
    ///
    /// # Errors
    /// None in practice: a picture in memory can be written.
    pub fn stored(&self) -> Result<Vec<u8>, LogoFault> {
        let mut png = Cursor::new(Vec::new());
        self.image
            .write_to(&mut png, ImageFormat::Png)
            .map_err(|_| LogoFault::Damaged)?;
        Ok(png.into_inner())
    }

    /// Sixteen letters that change with any dot.
    pub fn seal(&self) -> &str {
        &self.seal
    }

    /// Dots across.
    pub fn width(&self) -> u32 {
        self.image.width()
    }

    /// Dots down.
    pub fn height(&self) -> u32 {
        self.image.height()
    }

    /// Its dots, four bytes each: red, green, blue, and how much of it covers.
    pub fn rgba(&self) -> &[u8] {
        self.image.as_raw()
    }

    /// As a band in this colour shows it: light letters without a ground of their own lie on the band itself, all
    /// else on a white plate.
    pub fn on_band(&self, band: Ink) -> BandLogo {
        let is_plated = !self.is_light_and_clear();
        let ground = if is_plated { Ink::WHITE } else { band };
        BandLogo {
            picture: self.laid_on(ground),
            ground,
            is_plated,
        }
    }

    /// Whether a part of it is clear, and what covers is nearly white.
    fn is_light_and_clear(&self) -> bool {
        let (mut cover, mut light) = (0_u64, 0_u64);
        for dot in self.image.pixels() {
            let [red, green, blue, alpha] = dot.0.map(u64::from);
            cover += alpha;
            light += alpha * (2 * red + 7 * green + blue) / 10;
        }
        let all = 255 * u64::from(self.width()) * u64::from(self.height());
        cover * 20 < all * 19 && light * 10 > cover * 255 * 8
    }

    fn laid_on(&self, ground: Ink) -> Picture {
        let mut rgb = Vec::with_capacity(self.image.as_raw().len() / 4 * 3);
        for dot in self.image.pixels() {
            let [red, green, blue, alpha] = dot.0.map(u32::from);
            for (own, below) in [(red, ground.red), (green, ground.green), (blue, ground.blue)] {
                let mixed = (own * alpha + u32::from(below) * (255 - alpha) + 127) / 255;
                rgb.push(u8::try_from(mixed).unwrap_or(u8::MAX));
            }
        }
        Picture {
            width: self.width(),
            height: self.height(),
            seal: format!(
                "{}{:02x}{:02x}{:02x}",
                self.seal, ground.red, ground.green, ground.blue
            ),
            rgb: Arc::new(rgb),
        }
    }
}

/// The logo of a band, and whether a white plate lies below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandLogo {
    /// The picture.
    pub picture: Picture,
    /// What it lies on.
    pub ground: Ink,
    /// Whether it needs a plate.
    pub is_plated: bool,
}

impl BandLogo {
    /// How wide and high it is inside these sides, in its own proportion.
    #[must_use]
    pub fn fitted(&self, most_wide_mm: f64, most_high_mm: f64) -> (f64, f64) {
        let (width, height) = (f64::from(self.picture.width), f64::from(self.picture.height));
        let scale = (most_wide_mm / width).min(most_high_mm / height);
        (width * scale, height * scale)
    }
}

/// A picture for paper: dots without transparency.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Dots across.
    pub width: u32,
    /// Dots down.
    pub height: u32,
    /// Its name in a file: changes with any dot.
    pub seal: String,
    /// Three bytes a dot, row by row from the top.
    pub rgb: Arc<Vec<u8>>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} {}x{})", self.seal, self.width, self.height)
    }
}

#[cfg(test)]
impl Logo {
    /// A logo of one dark colour, for the tests of papers.
    pub(super) fn plain(width: u32, height: u32) -> Self {
        Self::new(RgbaImage::from_pixel(
            width,
            height,
            image::Rgba([0, 90, 60, 255]),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of one colour, as a file.
    fn file(width: u32, height: u32, dot: [u8; 4], format: ImageFormat) -> Vec<u8> {
        let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(width, height, image::Rgba(dot)));
        let picture = match format {
            ImageFormat::Jpeg => DynamicImage::ImageRgb8(picture.into_rgb8()),
            _ => picture,
        };
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    const BLUE: [u8; 4] = [27, 57, 106, 255];

    #[test]
    fn png_and_jpeg_are_read_and_reduced_in_their_proportion() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let logo = Logo::read(&file(2000, 1000, BLUE, format)).unwrap();
            assert_eq!((logo.width(), logo.height()), (520, 260), "{format:?}");
        }
        let small = Logo::read(&file(200, 100, BLUE, ImageFormat::Png)).unwrap();
        assert_eq!((small.width(), small.height()), (200, 100), "nothing is enlarged");
        let stored = Logo::from_stored(&small.stored().unwrap()).unwrap();
        assert_eq!(stored, small);
    }

    #[test]
    fn what_is_no_logo_is_refused_by_its_fault() {
        assert_eq!(Logo::read(b"%PDF-1.7"), Err(LogoFault::OtherKind));
        assert_eq!(Logo::read(b""), Err(LogoFault::OtherKind));
        assert_eq!(Logo::read(b"GIF89a..........."), Err(LogoFault::OtherKind));
        let whole = file(200, 100, BLUE, ImageFormat::Png);
        assert_eq!(Logo::read(&whole[..whole.len() / 2]), Err(LogoFault::Damaged));
        assert_eq!(
            Logo::read(&file(40, 40, BLUE, ImageFormat::Png)),
            Err(LogoFault::Size {
                width: 40,
                height: 40
            })
        );
        assert_eq!(
            Logo::read(&file(900, 60, BLUE, ImageFormat::Jpeg)),
            Err(LogoFault::Proportion {
                width: 900,
                height: 60
            })
        );
    }

    #[test]
    fn a_huge_picture_in_a_small_file_is_refused_unopened() {
        // The sides stand in the first chunk of a PNG; nothing of the picture follows.
        let mut bomb = file(200, 100, BLUE, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 1, 134, 160, 0, 1, 134, 160]);
        assert!(matches!(
            Logo::read(&bomb),
            Err(LogoFault::Size { .. } | LogoFault::Damaged)
        ));
    }

    #[test]
    fn light_letters_lie_on_the_band_and_all_else_on_a_plate() {
        let logo = |dot, clear: bool| {
            let mut picture = RgbaImage::from_pixel(100, 100, image::Rgba(dot));
            if clear {
                for (_, _, dot) in picture.enumerate_pixels_mut().filter(|(x, _, _)| *x < 50) {
                    *dot = image::Rgba([0, 0, 0, 0]);
                }
            }
            Logo::new(picture)
        };
        let band = Ink::rgb(0x1B_396A);
        let dark = logo(BLUE, true).on_band(band);
        assert!(dark.is_plated && logo([255; 4], false).on_band(band).is_plated);
        assert_eq!(
            &dark.picture.rgb[..3],
            [255, 255, 255],
            "clear dots show the plate"
        );
        let light = logo([255; 4], true).on_band(band);
        assert!(!light.is_plated);
        assert_eq!(&light.picture.rgb[..3], [27, 57, 106], "clear dots show the band");
        assert_ne!(
            light.picture.seal,
            logo([255; 4], true).on_band(Ink::BLACK).picture.seal
        );
    }
}
