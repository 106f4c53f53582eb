// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/photo_part.h"

#include "core/base/background.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/durable_file.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QBuffer>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLargestSide = 480;
constexpr int kQuality = 85;
constexpr int kMemoryForDecodingMiB = 256; // a hostile picture must not take the PC's memory
} // namespace

QByteArray shrunkPhoto(const QString &path)
{
    QImageReader reader(path);
    QImageReader::setAllocationLimit(kMemoryForDecodingMiB);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > 2 * kLargestSide && size.height() > 2 * kLargestSide)
        reader.setScaledSize(size.scaled(2 * kLargestSide, 2 * kLargestSide, Qt::KeepAspectRatio)); // decodes less
    const QImage image = reader.read();
    if (image.isNull())
        return {};
    // Drawn anew: whatever the camera wrote into the file stays behind.
    const QImage small
        = image.scaled(kLargestSide, kLargestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    QImage bare(small.size(), QImage::Format_RGB32);
    for (int line = 0; line < small.height(); ++line)
        std::copy_n(small.constScanLine(line), small.bytesPerLine(), bare.scanLine(line));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    return bare.save(&buffer, "JPG", kQuality) ? jpeg : QByteArray();
}

PhotoPart::PhotoPart(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
    , m_background(new Background(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    m_avatar = new Avatar(Theme::scaled(72));
    layout->addWidget(m_avatar);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    auto *buttons = new QHBoxLayout;
    const bool mayWrite = services.records.mayChange(recordType<Photo>());
    auto *choose = button(tr("Choose a photo…"), "link");
    choose->setObjectName(u"choosePhoto"_s);
    choose->setEnabled(mayWrite);
    m_remove = button(tr("Take it out"), "link");
    buttons->addWidget(choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    right->addStretch();
    right->addLayout(buttons);
    m_message = label(tr("So that a worker on their first night knows who is who. Ask before you take one."), "soft", true);
    right->addWidget(m_message);
    m_problem = label({}, "problem", true);
    m_problem->setObjectName(u"photoProblem"_s);
    m_problem->hide();
    right->addWidget(m_problem);
    right->addStretch();
    layout->addLayout(right, 1);
    connect(choose, &QPushButton::clicked, this, [this] {
        askForFile(this, {.title = tr("Choose a photo"), .filter = tr("Pictures (*.jpg *.jpeg *.png)")},
            [this](const QString &path) { readFrom(path); });
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { keep({}); });
}

PhotoPart::~PhotoPart() = default;

bool PhotoPart::isBusy() const { return m_background->isBusy(); }

void PhotoPart::reload()
{
    const auto person = m_services.records.one(m_person);
    if (person)
        m_avatar->setName(person->value.displayName());
    const auto photo = m_services.photos.of(m_person);
    m_avatar->setPicture(photo ? *photo : QByteArray());
    m_remove->setVisible(photo && !photo->isEmpty() && m_services.records.mayChange(recordType<Photo>()));
}

void PhotoPart::readFrom(const QString &path)
{
    if (m_background->isBusy() || belongsToOpenHostel(path))
        return;
    auto jpeg = std::make_shared<QByteArray>();
    m_background->run([path, jpeg] { *jpeg = shrunkPhoto(path); },
        [this, jpeg] {
            if (jpeg->isEmpty())
                tellOnPage(m_problem, tr("This file is not a picture that can be read. Nothing was changed."));
            else
                keep(*jpeg);
        });
}

void PhotoPart::keep(const QByteArray &jpeg)
{
    const Done kept = m_services.photos.set(m_person, jpeg);
    if (!kept) {
        tellOnPage(m_problem, words::error(kept.error()));
        return;
    }
    m_navigator.say(tr("Saved"));
    reload();
}

} // namespace keywork
