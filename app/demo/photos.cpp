// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/photos.h"
#include "app/demo/areas.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kPictures = 12;

/// A head and shoulders without a face: nobody's photo.
QByteArray picture(int which)
{
    QImage image(144, 180, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(which * 360 / kPictures, 60, 225));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv(which * 360 / kPictures, 110, 120));
    painter.drawEllipse(QRectF(14, 116, 116, 120));
    painter.setBrush(QColor::fromHsv(20 + which % 4 * 6, 60 + which % 3 * 40, 235 - which % 5 * 35));
    painter.drawEllipse(QRectF(42, 34, 60, 76));
    painter.end();
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    return image.save(&buffer, "JPG", 80) ? jpeg : QByteArray();
}

const QByteArray &pictureOf(int which)
{
    static const QList<QByteArray> all = [] {
        QList<QByteArray> made;
        for (int i = 0; i < kPictures; ++i)
            made.append(picture(i));
        return made;
    }();
    return all.at(which);
}

} // namespace

/// Two of three let a photo be taken, most within their first week; somebody's is taken anew.
Done photos(DemoDay &day)
{
    for (const DemoResidentPtr &resident : day.arriving) {
        if (day.random.oneIn(3))
            continue;
        const auto take = [&house = day.house, resident, which = day.random.upTo(kPictures)] {
            return house.services.photos.set(resident->id, pictureOf(which));
        };
        const QDate taken = day.date.addDays(day.random.upTo(7));
        day.on(taken, 13, take);
        if (day.random.oneIn(8) && taken.addDays(90) < resident->until)
            day.on(taken.addDays(90), 13, take);
    }
    return {};
}

} // namespace keywork::demo
