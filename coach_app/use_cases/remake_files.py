"""Make a picture's files that are missing, or not as their platforms ask, from its master again."""

from uuid import UUID

from sqlmodel import Session

from coach_app.database import assets, brand_kits, jobs, swept_jobs
from coach_app.database.assets import AssetFile, AssetRecord, stored_file
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.checksums import checked, write_checked
from coach_app.domain.errors import CoachError, InvalidInput, NotFound, StorageUnavailable
from coach_app.domain.file_checks import findings
from coach_app.domain.generation_jobs import job_folder
from coach_app.domain.logos import LogoRequest
from coach_app.domain.ports import MadeFile, Picture, Stamp
from coach_app.parts import Parts

# Longer than imaging may take for its two tries, and storage for a few files.
_LONGEST_SECONDS = 180
_OTHER_LOGO = "Its logo isn't in the kit any more, so a new file would differ. Generate the picture once more."


def remake_files(parts: Parts, *, user_id: UUID, asset_id: UUID) -> bool:
    """Return whether every file is as it has to be now; those that were right already are left as they are.

    Raises: NotFound, InvalidInput where somebody is at it already or the logo that is on it is gone, NoPicture,
    ImagingFailed, StorageUnavailable.
    """
    with parts.database.transaction() as db:
        asset = assets.find_asset(db, user_id=user_id, asset_id=asset_id)
        if asset is None:
            raise NotFound("asset")
        logo = _logo(db, user_id, asset)
        until = assets.begin_remake(db, asset_id=asset_id, seconds=_LONGEST_SECONDS)
        if until is None:
            raise InvalidInput("These files are being made already. Look again in a minute.")
        swept_jobs.sweep_again(db, job_id=asset.job_id)
    kind = asset_type(asset.asset_type)
    try:
        files = _stored_anew(parts, user_id, asset, kind, logo)
        with parts.database.transaction() as db:
            if not assets.replace_files(db, user_id=user_id, asset_id=asset_id, files=files):
                raise NotFound("asset")
            if not assets.end_remake(db, asset_id=asset_id, until=until):
                raise StorageUnavailable("storage took so long that the new files may have been swept")
            swept_jobs.sweep_again(db, job_id=asset.job_id)
    except CoachError:
        # What was written is swept; whoever tries again need not wait.
        with parts.database.transaction() as db:
            assets.end_remake(db, asset_id=asset_id, until=until)
            swept_jobs.sweep_again(db, job_id=asset.job_id)
        raise
    by_name = {file.name: file for file in files}
    return all(_is_right(by_name.get(export.name), kind) for export in kind.exports)


def _stored_anew(
    parts: Parts, user_id: UUID, asset: AssetRecord, kind: AssetType, logo: LogoRequest | None
) -> tuple[AssetFile, ...]:
    """Make and store the files that are not right; return all that the picture has then."""
    wrong = [export.name for export in kind.exports if not _is_right(asset.file(export.name), kind)]
    made = _made(parts, asset, kind, logo) if wrong else ()
    folder = job_folder(user_id, asset.job_id)
    new = {file.name: stored_file(file, folder) for file in made if file.name in wrong}
    write_checked(parts.storage, {new[file.name].key: file.data for file in made if file.name in new})
    return _in_order(asset, kind, new)


def _logo(db: Session, user_id: UUID, asset: AssetRecord) -> LogoRequest | None:
    """Return the logo that is on the picture. Raises InvalidInput where the kit has another by now, or none."""
    job = jobs.find_job(db, user_id=user_id, job_id=asset.job_id)
    was = job.request.logo if job else None
    if was is None or asset.brand is None:
        return None
    logo = brand_kits.find_logo(db, user_id=user_id, kit_id=asset.brand.kit_id, kind=was.kind)
    if logo is None or logo.sha256 != was.sha256:
        raise InvalidInput(_OTHER_LOGO)
    return was.model_copy(update={"key": logo.key})


def _made(parts: Parts, asset: AssetRecord, kind: AssetType, logo: LogoRequest | None) -> tuple[MadeFile, ...]:
    stamp = Stamp(b"".join(checked(parts.storage.read(logo.key), logo.sha256)), logo) if logo else None
    return parts.imaging.make_files(Picture(_master(parts, asset)), kind, stamp).files


def _is_right(file: AssetFile | None, kind: AssetType) -> bool:
    """Files from before they were checked count as right: their pixels were drawn for their size."""
    export = kind.export(file.name) if file else None
    if file is None or export is None:
        return False
    return file.facts is None or all(finding.is_met for finding in findings(kind, export, file.facts))


def _master(parts: Parts, asset: AssetRecord) -> bytes:
    file = asset.master
    if file is None:
        raise NotFound("file")
    return b"".join(checked(parts.storage.read(file.key), file.sha256))


def _in_order(asset: AssetRecord, kind: AssetType, new: dict[str, AssetFile]) -> tuple[AssetFile, ...]:
    """Return the exports in the order of the type, then whatever else there was."""
    names = [export.name for export in kind.exports]
    exports = tuple(file for name in names if (file := new.get(name) or asset.file(name)))
    return (*exports, *(file for file in asset.files if file.name not in names))
